import { foldWord } from '../fold-word.js';
import { compileLanguage } from '../languages/compile-language.js';
import { type Language } from '../languages/language.js';
import { languages } from '../languages/languages.js';
import { noLanguage } from '../languages/no-language.js';

/** The language in which a text is to be read. */
export interface IdentifiedLanguage {
  readonly language: Language;
  readonly code: string;
  /** True where there is no data for it, so that only structure can be read. */
  readonly structureOnly: boolean;
}

const SAMPLE = 4_000;
const LEAST = 0.06;

/** Takes the language that is given, or tells it by its script and by how many of its small words a sample holds. */
export function identifyLanguage(text: string, given?: string): IdentifiedLanguage {
  const wanted = given?.toLowerCase().split(/[-_]/u)[0];
  const known = languages.find((language) => language.code === wanted);
  if (known) return { language: known, code: known.code, structureOnly: false };
  if (wanted && wanted !== 'und') return { language: noLanguage, code: wanted, structureOnly: true };
  const sample = text.slice(0, SAMPLE);
  const words = sample.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const arabic = words.filter((word) => /[\u0600-\u06FF\uFB50-\uFEFC]/u.test(word)).length;
  const folded = words.map(foldWord);
  let best: { language: Language; share: number } | null = null;
  for (const language of languages) {
    const total = language.script === 'arabic' ? arabic : words.length - arabic;
    if (total === 0 || total * 3 < words.length) continue;
    const { markerSet } = compileLanguage(language);
    const share = folded.filter((word) => markerSet.has(word)).length / total;
    if (share >= LEAST && (!best || share > best.share)) best = { language, share };
  }
  if (!best) return { language: noLanguage, code: 'und', structureOnly: true };
  return { language: best.language, code: best.language.code, structureOnly: false };
}
