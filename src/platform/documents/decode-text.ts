import { analyse } from 'chardet';
import { UnreadableDocument } from './document.js';

/** A page's own word about its charset must stand in its first 1,024 bytes; editors are less strict than the standard. */
const META_BYTES = 4_096;
/** Enough for a guess; a guess over megabytes says no more. */
const GUESS_BYTES = 64 * 1024;
const LEAST_CONFIDENCE = 30;

/**
 * Bytes as text: by their byte order mark, else by the charset that came with them, else by the page's own word, else as
 * UTF-8 where they are valid UTF-8, else by the letters themselves. What claims to be UTF-8 and is not is guessed too: many
 * old pages are sent with the wrong header. Plain text keeps its byte order mark, which counts in the offsets.
 * Throws UnreadableDocument where a charset is unknown or nothing fits.
 */
export function decodeText(
  bytes: Uint8Array,
  { charset = null, html = false }: { charset?: string | null; html?: boolean } = {},
): string {
  const marked = markOf(bytes);
  if (marked) return decode(bytes, marked, html);
  const named = charset?.trim() ? knownCharset(charset) : null;
  // Unlike a page, whoever sends a text under a name that nobody knows can be told so.
  if (charset?.trim() && !named && !html)
    throw new UnreadableDocument('WRONG_CHARSET', `The charset ${charset.trim()} is not known`);
  for (const said of [named, html ? charsetInPage(bytes) : null]) {
    if (said && said !== 'utf-8') return decode(bytes, said, html);
  }
  const text = tryUtf8(bytes, html);
  if (text !== null) return text;
  if (named === 'utf-8' && !html)
    throw new UnreadableDocument('WRONG_CHARSET', 'It is not valid UTF-8, which its charset says it is');
  const guess = guessCharset(bytes);
  if (guess) return decode(bytes, guess, html);
  throw new UnreadableDocument('WRONG_CHARSET', 'It is not UTF-8 text, and its charset cannot be told: name it');
}

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function decode(bytes: Uint8Array, charset: string, html: boolean): string {
  try {
    return new TextDecoder(charset, { ignoreBOM: !html, fatal: !html }).decode(bytes);
  } catch {
    throw new UnreadableDocument('WRONG_CHARSET', `It is not valid ${charset}`);
  }
}

function tryUtf8(bytes: Uint8Array, html: boolean): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: !html }).decode(bytes);
  } catch {
    return null;
  }
}

/** The standard's name of a charset (`cp1256` is `windows-1256`), or null. */
function knownCharset(label: string): string | null {
  try {
    return new TextDecoder(label.trim().replace(/^["']|["']$/g, '')).encoding;
  } catch {
    return null;
  }
}

function charsetInPage(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, META_BYTES)).replace(/<!--[\s\S]*?-->/g, '');
  const label =
    /<meta[^>]{0,200}?\scharset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head)?.[1] ??
    /<meta[^>]{0,200}?charset\s*=\s*([\w:.-]{2,40})/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:.-]{2,40})/i.exec(head)?.[1];
  const known = label ? knownCharset(label) : null;
  // A page whose letters could be read as ASCII so far is not UTF-16, whatever it says.
  return known?.startsWith('utf-16') ? null : known;
}

function guessCharset(bytes: Uint8Array): string | null {
  // Tags and addresses are ASCII in each charset; only the letters between them say something.
  const letters = bytes.subarray(0, GUESS_BYTES);
  for (const { name, confidence } of analyse(letters)) {
    if (confidence < LEAST_CONFIDENCE) break;
    const known = knownCharset(name);
    if (known && known !== 'utf-8') return known;
  }
  return null;
}
