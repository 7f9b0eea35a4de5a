import { WordClass } from '../../languages/word-class.js';
import { type Attaching } from '../attach/attaching.js';
import { hasClass } from '../has-class.js';
import { holdsVerb } from './holds-verb.js';
import { type Report } from './report.js';
import { type RightContent } from './right-content.js';

const REACH = 16;
/** "described the plan as 'daft'": what is described belongs to the content where it is short. */
const LONGEST_OBJECT = 7;

/**
 * A content that is no clause: what is called for ("urged the town [to close the bridge]", «réclame [un audit]»), what
 * somebody is accused of or described as, or what is denied ("denied [any role]", "denied reports of [a secret deal]").
 */
export function objectAfter(state: Attaching, report: Report): RightContent | null {
  const { reading, sentence } = state;
  const { tokens, language, opening } = reading;
  const { order } = language;
  const { act, takes, prepositions } = report.cue.sense;
  const start = report.to;
  const end = clauseEnd();
  const content = (from: number, at = from): RightContent | null =>
    from < end ? { kind: opening.has(from) ? 'marks' : 'object', from: opening.has(from) ? from + 1 : from, at } : null;
  if (takes.includes('infinitive')) {
    const at = infinitive();
    if (at !== -1) return content(at);
  }
  if (!takes.includes('object') || report.inverted) return null;
  const link = prepositions.length > 0 ? linked() : -1;
  if (act === 'accuse' || act === 'describe') {
    if (link === -1) return null;
    return opening.has(link + 1) && (act === 'accuse' || link - start > LONGEST_OBJECT)
      ? content(link + 1)
      : content(start);
  }
  if (link !== -1) return content(link + 1);
  if (prepositions.length > 0 && act !== 'deny') return null;
  const first = tokens[start];
  if (!first || start >= end) return null;
  const allegation = matter();
  if (allegation !== -1) return content(allegation);
  if (report.cue.sense.weak && act === 'deny') return anaphoric() ? content(start) : null;
  if (first.kind !== 'word' && first.kind !== 'number') return null;
  if (
    hasClass(
      first,
      WordClass.preposition | WordClass.complementiser | WordClass.conjunction | WordClass.relative | WordClass.time,
    ) &&
    !hasClass(first, WordClass.determiner)
  )
    return null;
  return content(start);

  function clauseEnd(): number {
    for (let i = start; i < sentence.to; i++) if (/^[.;!?:]$/u.test(tokens[i]?.key ?? '')) return i;
    return sentence.to;
  }

  function linked(): number {
    for (let i = start; i < Math.min(end, start + REACH); i++) {
      const token = tokens[i];
      if (!token) break;
      if (prepositions.includes(token.key)) return i;
      if (token.key === ',' || hasClass(token, WordClass.complementiser)) return -1;
    }
    return -1;
  }

  /** "urged the mayor [to resign]", «appelle les élus [à voter]»: past the one who is to act. */
  function infinitive(): number {
    for (let i = start; i < Math.min(end, start + REACH); i++) {
      const token = tokens[i];
      if (!token || token.key === ',' || token.kind === 'mark') return -1;
      if (hasClass(token, WordClass.complementiser | WordClass.relative)) return -1;
      if (!order.infinitives.has(token.key)) continue;
      if (i > start && holdsVerb(reading, start + 1, i)) return -1;
      if (isInfinitive(i + 1)) return order.bareClauses ? i : i + 1;
    }
    return -1;
  }

  function isInfinitive(at: number): boolean {
    const token = tokens[at];
    if (token?.kind !== 'word') return false;
    if (hasClass(token, WordClass.determiner | WordClass.preposition) || token.capital) return false;
    // "asked not to be named" says nothing of the matter.
    if (token.key === 'be' && order.namings.has(tokens[at + 1]?.key ?? '')) return false;
    if (hasClass(token, WordClass.negation | WordClass.pronoun)) return true;
    return order.bareClauses || /(?:er|ir|re|oir)$/u.test(token.key);
  }

  /** Past the word for the allegation to what it says: "denied claims that [he knew]", «dément les rumeurs de [départ]». */
  function matter(): number {
    if (act !== 'deny') return -1;
    let i = start;
    while (
      i < end &&
      i < start + 4 &&
      hasClass(tokens[i], WordClass.determiner | WordClass.modifier | WordClass.adverb)
    )
      i++;
    if (!hasClass(tokens[i], WordClass.allegation)) return -1;
    for (let j = i + 1; j < Math.min(end, i + 9); j++) {
      const token = tokens[j];
      if (!token || token.key === ',') break;
      if (hasClass(token, WordClass.complementiser)) return j + 1;
      if (/^(?:lesquelles|lesquels|laquelle|lequel)$/u.test(token.key)) return j + 1;
      if (language.matterSet.has(token.key)) {
        if (/^(?:lesquelles|lesquels|laquelle|lequel)$/u.test(tokens[j + 1]?.key ?? '')) return j + 2;
        return hasClass(tokens[j + 1], WordClass.complementiser) ? j + 2 : j + 1;
      }
      if (hasClass(token, WordClass.relative)) break;
      if (
        order.bareClauses &&
        j === i + 1 &&
        (hasClass(token, WordClass.pronoun | WordClass.determiner) || token.capital)
      )
        return j;
    }
    return -1;
  }

  /** "rejected the accusation": a denial by a verb that may also mean an act needs a word for what was said. */
  function anaphoric(): boolean {
    let i = start;
    while (
      i < end &&
      i < start + 4 &&
      hasClass(tokens[i], WordClass.determiner | WordClass.modifier | WordClass.adverb)
    )
      i++;
    return hasClass(tokens[i], WordClass.allegation);
  }
}
