import { type MentionDraft, type Range } from '../draft.js';
import { type Reading } from '../reading.js';
import { describePhrase as describeFused } from './phrase/describe-phrase.js';
import { readPhrase } from './phrase/read-phrase.js';
import { describePhrase } from './subject-first/describe-phrase.js';

/** Describes the words before a colon that say who speaks. */
export function describeLabel(reading: Reading, range: Range): MentionDraft {
  if (reading.language.subject === 'before') return describePhrase(reading, range);
  const phrase = readPhrase(reading, range.from, range.to);
  return describeFused(reading, { head: range.from, name: null, loose: false, definite: false, ...phrase, ...range });
}
