import { type CueHit, type MentionDraft, type Token } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Span } from '../../model.js';
import { findOpening } from '../find-opening.js';
import { hasClass } from '../has-class.js';
import { readSubjectAfter } from '../phrase/read-subject-after.js';
import { readSubjectBefore } from '../phrase/read-subject-before.js';
import { typeQuote } from '../type-quote.js';
import { type Attaching } from './attaching.js';
import { clauseAfter } from './clause-after.js';
import { clauseStart } from './clause-start.js';
import { finishQuote } from './finish-quote.js';
import { goOn } from './go-on.js';
import { leftContent } from './left-content.js';
import { leftIsMarked } from './left-is-marked.js';
import { objectFirst } from './object-first.js';
import { sourceBefore } from './source-before.js';
import { startDraft } from './start-draft.js';
import { subjectBefore } from './subject-before.js';
import { subjectOfSentence } from './subject-of-sentence.js';

const SPEAKERS =
  WordClass.role |
  WordClass.title |
  WordClass.organization |
  WordClass.group |
  WordClass.media |
  WordClass.document |
  WordClass.anonymous |
  WordClass.place;

/** Gives a reporting verb, participle or noun its subject and opens the content that it introduces. */
export function attachReport(state: Attaching, cue: CueHit, limit: number, index: number): void {
  const { reading, sentence, after } = state;
  const { tokens, opening } = reading;
  const found = findOpening(reading, cue, limit);
  const object = objectFirst(state, cue, limit, found?.introducer ?? limit);
  const bound = object ? object.at : (found?.introducer ?? limit);
  let mention = cue.sense.form === 'verb' ? (object?.mention ?? null) : null;
  const least = state.open ? state.open.from : state.floor;
  if (!mention && cue.sense.form === 'verb') {
    const first =
      after && cue.from > sentence.from && leads(tokens[cue.from]) ? subjectBefore(state, cue, least) : null;
    const speaks =
      first && !first.pronoun && (first.personal || hasClass(tokens[first.head ?? -1], SPEAKERS)) ? first : null;
    if (speaks) mention = speaks;
    else
      mention = after
        ? object
          ? null
          : readSubjectAfter(reading, cue.to, boundOfSubject(state, cue, bound), !found)
        : readSubjectBefore(reading, cue.from, least);
    if (!mention && after && (tokens[cue.from]?.conjunction ?? 0) === 0) mention = subjectBefore(state, cue, least);
  }
  if (mention && isCalledOn(state, cue, mention)) mention = null;
  if (after && cue.sense.nominal && !mention) return;
  if (cue.sense.form === 'noun') mention = sourceBefore(reading, cue, sentence.from);
  const near = mention && mention.to <= cue.from;
  const start = near ? (mention?.from ?? cue.from) : cue.from;
  const clause = clauseStart(state, start, least);
  let left: Span | null = null;
  if (
    !mention &&
    !after &&
    (found || object) &&
    cue.sense.form === 'verb' &&
    !state.open &&
    state.floor === sentence.from &&
    !opening.has(state.floor)
  )
    mention = subjectOfSentence(state, cue);
  const begin = (from: number, direct: boolean, rule: string, confidence: number, skip = 0): void => {
    if (state.open) finishQuote(state, state.open, clause);
    state.open = { draft: startDraft(state, cue, mention, rule, confidence), from, skip, direct, left };
  };
  if (object) {
    begin(object.at, false, cue.sense.act === 'deny' ? 'denied-object' : 'object-after-cue', 0.75, object.skip);
    return;
  }
  if (found) {
    const adjacent = found.kind !== 'marks' || after || found.introducer - cue.to <= 6;
    if (!state.open) left = leftContent(state, cue, clause, found.kind !== 'that');
    if (!mention && left && !after) mention = readSubjectAfter(reading, cue.to, found.introducer);
    const type =
      found.kind === 'that'
        ? 'clause-after-complementiser'
        : found.kind === 'marks'
          ? 'marks-after-cue'
          : 'colon-after-cue';
    const mixed =
      found.kind === 'marks' &&
      !after &&
      found.introducer > cue.to + 1 &&
      cue.sense.takes.includes('clause') &&
      tokens[found.introducer]?.kind === 'mark' &&
      !left;
    if (mixed) begin(cue.to, false, 'clause-after-cue', 0.7);
    else if (adjacent)
      begin(found.at, found.kind !== 'that' || left !== null, type, found.kind === 'that' ? 0.9 : 0.95);
    return;
  }
  const bare = (): boolean => {
    if (cue.sense.takes.includes('clause') && cue.sense.form !== 'according') {
      const from = after ? (mention && mention.from >= cue.to ? mention.to : -1) : clauseAfter(state, cue);
      if (from === -1 || from + 1 >= limit) return false;
      if (after && !restHasVerb(state, from, limit)) return false;
      if (!after && !mention && cue.sense.form === 'verb') return false;
      begin(from, false, 'clause-after-cue', 0.65);
      return true;
    }
    return false;
  };
  if (after && !leftIsMarked(state, clause) && bare()) return;
  if (!state.open || clause > state.floor) {
    const leftSpan = state.open ? null : leftContent(state, cue, clause, true, true);
    if (leftSpan) {
      if (!after && !mention) mention = readSubjectAfter(reading, cue.to, sentence.to);
      if (!after && !(mention && mention.to > cue.from)) mention = mention ?? null;
      if (!cue.sense.weak || leftIsMarked(state, clause)) {
        const draft = startDraft(state, cue, mention, 'content-before-cue', 0.85);
        draft.contents = [leftSpan];
        draft.type = typeQuote(reading, draft);
        state.drafts.push(draft);
        state.floor = mention && mention.to > cue.to ? mention.to : cue.to;
        if (!leftIsMarked(state, clause)) goOn(state, draft, index);
        return;
      }
    }
  }
  if (!after) bare();
}

/** Whether the subject may stand before this verb: it opens no clause of its own, or answers «أما». */
function leads(token: Token | undefined): boolean {
  return token !== undefined && (token.conjunction === 0 || token.key.startsWith('ف'));
}

/** «أفادت الوزارة بأن …، ودعت [وسائل الإعلام] إلى …»: after a report in the same sentence the body is whom it calls on. */
function isCalledOn(state: Attaching, cue: CueHit, mention: MentionDraft): boolean {
  const { tokens } = state.reading;
  const chained = (tokens[cue.from]?.conjunction ?? 0) > 0 && (state.open !== null || state.drafts.length > 0);
  return (
    cue.sense.act === 'call' &&
    chained &&
    mention.from >= cue.to &&
    /^(?:GROUP|MEDIA|ORGANIZATION)$/u.test(mention.kind)
  );
}

function boundOfSubject(state: Attaching, cue: CueHit, bound: number): number {
  const { sentence } = state;
  return Math.min(bound, sentence.to, cue.to + 30);
}

function restHasVerb(state: Attaching, from: number, to: number): boolean {
  const { reading } = state;
  const { tokens } = reading;
  for (let i = from; i < to; i++) if (hasClass(tokens[i], WordClass.verb | WordClass.negation)) return true;
  return false;
}
