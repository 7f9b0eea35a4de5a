import { type QuoteDraft } from '../../draft.js';
import { type Reading } from '../../reading.js';
import { type Entity } from './entity.js';

/** Words between the start of a sentence and a verb that goes on about whoever the sentence before was about. */
const LEAD = 2;

/**
 * The one person of whom the sentence before tells, where nothing in it reports: «وإلى جانبه تقف سلمى سالم. تقول إن …».
 * The verb must agree with that person for certain.
 */
export function findNewcomer(
  reading: Reading,
  draft: QuoteDraft,
  met: readonly { at: number; entity: Entity }[],
  lastSpoke: number,
): Entity | null {
  const { sentences } = reading;
  const before = sentences[draft.sentence - 1];
  const own = sentences[draft.sentence];
  const { cue } = draft;
  if (!before || !own || cue?.sense.form !== 'verb' || cue.from - own.from > LEAD) return null;
  if (lastSpoke >= draft.sentence - 1 || own.block - before.block > 1) return null;
  if (reading.cues.some(({ sentence, quoted }) => sentence === draft.sentence - 1 && !quoted)) return null;
  let found: Entity | null = null;
  for (const { at, entity } of met) {
    if (at < before.from || at >= before.to || entity.names.length === 0) continue;
    if (entity.agreement !== cue.sense.agreement || entity.agreement === '') continue;
    if (found && found !== entity) return null;
    found = entity;
  }
  return found;
}
