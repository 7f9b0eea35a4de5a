import { type Extraction } from './model.js';
import { compileLanguage } from './languages/compile-language.js';
import { identifyLanguage } from './stages/identify-language.js';
import { readStructure } from './stages/read-structure.js';
import { findCues } from './stages/find-cues.js';
import { findQuotes } from './stages/find-quotes.js';
import { dropRepeats } from './stages/drop-repeats.js';
import { resolveSpeakers } from './stages/resolve-speakers.js';
import { buildQuotes } from './stages/build-quotes.js';
import { findClaims } from './stages/find-claims.js';
import { readStances } from './stages/read-stances.js';
import { readSigns } from './stages/read-signs.js';
import { judgeWorth } from './stages/judge-worth.js';
import { worthWeights } from './stages/worth-weights.js';
import { linkAppearances } from './stages/link-appearances.js';
import { linkClaims } from './stages/link-claims.js';

/** What is known of an article beside its text. */
export interface ExtractOptions {
  /** ISO 639-1; identified from the text where it is not given or not known here. */
  readonly language?: string;
  /** ISO 8601 date of publication, against which relative dates are read. */
  readonly publishedAt?: string;
  /** Weights in place of the default ones, by the name of the reason (stages/worth-weights). */
  readonly reasonWeights?: Readonly<Record<string, number>>;
}

/**
 * Finds every attributed quote and every checkable claim of an article.
 * All offsets in the result are UTF-16 code units into `text` exactly as given.
 */
export function extract(text: string, options: ExtractOptions = {}): Extraction {
  const identified = identifyLanguage(text, options.language);
  const language = compileLanguage(identified.language);
  const structure = readStructure(text, language);
  const reading = { ...structure, cues: findCues(structure) };
  const drafts = dropRepeats(reading, findQuotes(reading));
  const speakers = resolveSpeakers(reading, drafts);
  const quotes = buildQuotes(reading, drafts, speakers);
  const signs = readSigns(reading.tokens, language);
  const { claims: found, appearances } = linkAppearances(reading, findClaims(reading, drafts, quotes, signs));
  const stances = readStances(reading, found, drafts, quotes, signs);
  const worth = judgeWorth(reading, found, stances, signs, { ...worthWeights, ...options.reasonWeights });
  const claims = linkClaims(reading, found, stances, worth, quotes, signs, appearances);
  return { language: identified.code, structureOnly: identified.structureOnly, quotes, claims };
}
