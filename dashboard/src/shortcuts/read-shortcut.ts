/** What is read of a KeyboardEvent. */
export interface PressedKey {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly altKey?: boolean;
  readonly isComposing?: boolean;
}

const ON_KEYS: Record<string, string> = { Slash: '/' };

/**
 * The shortcut that a key press means, or null. A Latin letter or sign means itself; on a layout without Latin letters the
 * physical key decides, so that the key marked J goes down in Arabic too. With Ctrl, Alt or Meta it is the browser's.
 */
export function readShortcut({ key, code, ctrlKey, metaKey, altKey, isComposing }: PressedKey): string | null {
  if (ctrlKey || metaKey || altKey || isComposing) return null;
  if (/^[a-z?/]$/i.test(key)) return key.toLowerCase();
  // Shift and the slash's key is the question mark of either alphabet.
  if (key === '؟') return '?';
  if (/^[A-Z]\w+$/.test(key)) return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return letter ? letter.toLowerCase() : (ON_KEYS[code] ?? null);
}

/** The letter that the usual Arabic layout (101 keys) writes with the key of a Latin letter. */
const ARABIC_LETTERS: Record<string, string> = Object.fromEntries(
  [...'qwertyuiopasdfghjklzxcvnm'].map((latin, i) => [latin, [...'ضصثقفغعهخحشسيبلاتنمئءؤرىة'][i]!]),
);

/** What stands on a shortcut's key in Arabic, where that is another sign than in Latin. */
export const arabicLetter = (shortcut: string): string | null =>
  shortcut === '/' ? 'ظ' : shortcut === '?' ? '؟' : (ARABIC_LETTERS[shortcut] ?? null);

/** Whether a key pressed there is writing, or the business of what has the focus. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest('input, textarea, select, [contenteditable]:not([contenteditable="false"])') !== null;
}
