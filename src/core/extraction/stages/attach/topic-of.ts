import { type MentionDraft, type Range } from '../../draft.js';
import { type Reading } from '../../reading.js';
import { readSubjectAfter } from '../phrase/read-subject-after.js';

/** The topic that a sentence announces and its verb answers: «أما [زيد سالم] (30 سنة)، وهو صائغ، فيرى أن …». */
export function topicOf(reading: Reading, sentence: Range, to: number): MentionDraft | null {
  const { tokens, language } = reading;
  let from = sentence.from;
  while (from < to && tokens[from]?.kind === 'punctuation') from++;
  return language.topicSet.has(tokens[from]?.core ?? '') ? readSubjectAfter(reading, from + 1, to) : null;
}
