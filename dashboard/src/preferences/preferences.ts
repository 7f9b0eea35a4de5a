import { useSyncExternalStore } from 'react';

export const LANGUAGES = ['ar', 'en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];
/** Each in its own language: whoever looks for theirs may read no other. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { ar: 'العربية', en: 'English', fr: 'Français' };
export type Colours = 'light' | 'dark' | 'auto';
/** European (1 2 3) or Arabic-Indic (١ ٢ ٣). */
export type Digits = 'latn' | 'arab';

export interface Preferences {
  readonly language: Language;
  readonly colours: Colours;
  readonly digits: Digits;
}

/** Read by public/before-paint.js too, before any of this is loaded. */
const NAME = 'isnad.preferences';

let current: Preferences = readKept();
const listeners = new Set<() => void>();

export const preferences = {
  get: (): Preferences => current,
  change(part: Partial<Preferences>): void {
    current = { ...current, ...part };
    try {
      localStorage.setItem(NAME, JSON.stringify(current));
    } catch {
      // Storage may be closed to us: the choice then lasts as long as the page.
    }
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** How this person likes the desk; kept in this browser. */
export const usePreferences = (): Preferences => useSyncExternalStore(preferences.subscribe, preferences.get);

export const directionOf = (language: Language): 'rtl' | 'ltr' => (language === 'ar' ? 'rtl' : 'ltr');

function readKept(): Preferences {
  let kept: Partial<Preferences> = {};
  try {
    kept = (JSON.parse(localStorage.getItem(NAME) ?? '{}') ?? {}) as Partial<Preferences>;
  } catch {
    // Not ours, or not to be read: the defaults serve.
  }
  const shown = typeof document === 'undefined' ? 'ar' : document.documentElement.lang;
  const isOneOf = <T extends string>(value: unknown, all: readonly T[]): value is T => all.includes(value as T);
  return {
    language: isOneOf(kept.language, LANGUAGES) ? kept.language : isOneOf(shown, LANGUAGES) ? shown : 'ar',
    colours: isOneOf(kept.colours, ['light', 'dark', 'auto']) ? kept.colours : 'auto',
    digits: isOneOf(kept.digits, ['latn', 'arab']) ? kept.digits : 'latn',
  };
}
