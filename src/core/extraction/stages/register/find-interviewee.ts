import { type Reading } from '../../reading.js';
import { type Entity } from './entity.js';

/** Who answers in an interview: the person whom headline and introduction name most. */
export function findInterviewee(met: readonly { at: number; entity: Entity }[], reading: Reading): Entity | null {
  const { sentences, blocks } = reading;
  const headline = blocks[0]?.kind === 'headline' ? (reading.blockRanges[0]?.to ?? 0) : 0;
  const first = blocks.findIndex((block, index) => index > 0 && block.kind === 'turn');
  const until = first === -1 ? (sentences.at(-1)?.to ?? 0) : (reading.blockRanges[first]?.from ?? 0);
  const counts = new Map<Entity, number>();
  for (const { at, entity } of met) {
    if (at >= until || entity.names.length === 0) continue;
    counts.set(entity, (counts.get(entity) ?? 0) + (at < headline ? 3 : 1));
  }
  let best: Entity | null = null;
  for (const [entity, count] of counts) if (!best || count > (counts.get(best) ?? 0)) best = entity;
  return best;
}
