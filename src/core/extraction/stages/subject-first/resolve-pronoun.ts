import { type QuoteDraft } from '../../draft.js';
import { type Reading } from '../../reading.js';
import { type Agreement, type Entity } from './entity.js';

/** A mention as the article goes on. */
export interface Met {
  readonly at: number;
  readonly entity: Entity;
  /** It opens its sentence or clause. */
  readonly leads: boolean;
  readonly sentence: number;
}

const SENTENCES = 4;
/** Points for what makes an antecedent likely. */
const LEADS = 2;
const SPOKE_LAST = 2;
const SPOKE = 0.5;
const SHOWN = 1;
const NAMED = 1;
const PER_SENTENCE = 1;
const SAID = 2;

/**
 * Whom a pronoun means: of those who agree with it in gender and number the one that stands out most, by nearness, by being
 * the subject of its sentence, by having spoken, by having a name. What is named inside somebody's words counts less.
 */
export function resolvePronoun(
  reading: Reading,
  met: readonly Met[],
  passed: number,
  spoken: readonly { entity: Entity; sentence: number }[],
  draft: QuoteDraft,
  agreement: Agreement | 'n',
  at: number,
): Entity | null {
  const { tokens } = reading;
  const neuter = reading.language.order.bareClauses;
  const points = new Map<Entity, number>();
  const last = spoken.at(-1);
  const give = (entity: Entity, score: number): void => {
    if (fits(entity)) points.set(entity, Math.max(points.get(entity) ?? -Infinity, score + bonus(entity)));
  };
  for (let i = passed - 1; i >= 0; i--) {
    const seen = met[i];
    if (!seen || seen.sentence < draft.sentence - SENTENCES) break;
    if (seen.at >= at) continue;
    const distance = draft.sentence - seen.sentence;
    give(seen.entity, (seen.leads ? LEADS : 0) - distance * PER_SENTENCE - (isSaid(seen.at) ? SAID : 0));
  }
  for (const { entity, sentence } of spoken.slice(-6)) give(entity, LEADS - (draft.sentence - sentence) * PER_SENTENCE);
  let best: Entity | null = null;
  let most = -Infinity;
  for (const [entity, score] of points)
    if (score > most || (score === most && best !== null && entity.last > best.last)) {
      best = entity;
      most = score;
    }
  return best ?? last?.entity ?? null;

  function bonus(entity: Entity): number {
    let score = 0;
    if (entity === last?.entity) score += SPOKE_LAST;
    else if (entity.spoke >= 0) score += SPOKE;
    if (agreement !== '' && entity.agreement === agreement) score += SHOWN;
    if (
      (agreement === 'm' || agreement === 'f') &&
      (entity.human || entity.names.length > 1 || entity.anonymous || entity.spoke >= 0)
    )
      score += NAMED;
    return score;
  }

  function fits(entity: Entity): boolean {
    const { kind } = entity;
    if (agreement === '') return true;
    if (agreement === 'p')
      return entity.agreement === 'p' || kind === 'GROUP' || (entity.agreement === '' && kind === 'ORGANIZATION');
    if (agreement === 'n') return kind !== 'PERSON' && kind !== 'GROUP';
    if (entity.agreement === 'p' || kind === 'GROUP') return false;
    if (neuter && kind !== 'PERSON') return false;
    return entity.agreement === '' || entity.agreement === agreement;
  }

  /** Inside the words of a quote that somebody else has said, or of the one at hand. */
  function isSaid(position: number): boolean {
    const start = tokens[position]?.start ?? 0;
    return (
      (reading.pairOf[position] ?? -1) !== -1 || draft.contents.some((span) => span.start <= start && start < span.end)
    );
  }
}
