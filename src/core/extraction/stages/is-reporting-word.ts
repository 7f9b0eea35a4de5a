import { type CompiledLanguage } from '../languages/compile-language.js';

/** Whether a folded word reports by itself and in earnest: "said" does, "made" only in "made clear". */
export function isReportingWord(language: CompiledLanguage, key: string): boolean {
  return language.cuesOf.get(key)?.some((entry) => entry.rest.length === 0 && !entry.sense.weak) ?? false;
}
