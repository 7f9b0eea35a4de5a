const DROPPED =
  /[\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06ED\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
const COMPATIBLE = /[\uFB00-\uFDFF\uFE70-\uFEFC\uFF00-\uFFEF]/u;
const DECOMPOSED = /[\u0300-\u036F]/u;
const ARABIC = /[\u0600-\u06FF]/u;

/**
 * The form by which words are compared: composed, lower case, without diacritics, tatweel and invisible characters;
 * alef forms, ya and alef maqsura, ta marbuta and digits each made one («الأسلحة» and «الاسلحه» fold alike).
 */
export function foldWord(word: string): string {
  let folded = word;
  if (COMPATIBLE.test(folded)) folded = folded.normalize('NFKC');
  else if (DECOMPOSED.test(folded)) folded = folded.normalize('NFC');
  if (!ARABIC.test(folded)) return folded.toLowerCase().replace(/[’ʼ‘]/g, "'").replace(DROPPED, '');
  folded = folded
    .replace(DROPPED, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىیے]/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/[ةۀ]/g, 'ه')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
  // «على» (on) and «علي» (Ali) must stay two words, or every Ali would be read as a preposition.
  return folded === 'علي' && /ى$/u.test(word) ? 'على' : folded;
}
