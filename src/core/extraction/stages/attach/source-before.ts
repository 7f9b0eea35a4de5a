import { type CueHit, type MentionDraft } from '../../draft.js';
import { type Reading } from '../../reading.js';
import { readSubjectAfter } from '../phrase/read-subject-after.js';

const FURTHEST = 24;

/** «نقلت الوكالة عن [مصدر في الوزارة] قوله إن …»: who is quoted stands after the preposition before the noun of saying. */
export function sourceBefore(reading: Reading, cue: CueHit, floor: number): MentionDraft | null {
  const { tokens, language } = reading;
  for (let i = cue.from - 1; i >= floor && cue.from - i < FURTHEST; i--) {
    // «ونسبت إلى عامل في المطار قوله إن …»
    const ascribed = language.ascribes?.(tokens[i - 1]?.core ?? '') ?? false;
    if (!language.sourceSet.has(tokens[i]?.key ?? '') && !ascribed) continue;
    const mention = readSubjectAfter(reading, i + 1, cue.from);
    if (mention) return mention;
  }
  return null;
}
