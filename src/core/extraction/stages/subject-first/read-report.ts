import { type CueHit, type MentionDraft } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Attaching } from '../attach/attaching.js';
import { hasClass } from '../has-class.js';
import { describePhrase } from './describe-phrase.js';
import { findHead } from './find-head.js';
import { holdsVerb } from './holds-verb.js';
import { isFinite } from './is-finite.js';
import { isGlued } from './is-glued.js';
import { isReportVerb } from './is-report-verb.js';
import { readPhrase } from './read-phrase.js';
import { readSubject } from './read-subject.js';
import { subjectPastAdjuncts } from './subject-past-adjuncts.js';
import { placeAfter, placeBefore } from './place-that-speaks.js';
import { type Report } from './report.js';

const one = (cue: CueHit): boolean => cue.to === cue.from + 1;

const CHAIN = WordClass.auxiliary | WordClass.adverb | WordClass.negation;

/**
 * Reads the clause around a cue: auxiliaries and subject before it ("the mayor has also said"), or a subject after it
 * («a déclaré le maire», "said Ann Lee"). Null where the verb reports nothing: denied, only possible, a bare infinitive.
 */
export function readReport(state: Attaching, cue: CueHit, least: number): Report | null {
  const { reading, sentence } = state;
  const { tokens, language, closing } = reading;
  const { order } = language;
  const verb = cue.sense.form === 'verb';
  let left = cue.from;
  let passive = false;
  let negated = false;
  let modal = false;
  let clitic: MentionDraft | null = null;
  while (left > least) {
    const token = tokens[left - 1];
    if (!token) break;
    const between = verb ? lengthBetween(left - 1) : 0;
    if (between > 0) {
      left -= between;
      continue;
    }
    // «a-t-elle déclaré»: auxiliary, hyphens and pronoun before the participle.
    if (verb && hasClass(token, WordClass.pronoun) && isGlued(tokens, left - 2)) {
      clitic = describePhrase(reading, { from: left - 1, to: left });
      left -= tokens[left - 3]?.key === 't' && isGlued(tokens, left - 4) ? 4 : 2;
      if (hasClass(tokens[left - 1], WordClass.auxiliary)) {
        passive = passive || order.passives.has(tokens[left - 1]?.key ?? '');
        left--;
      }
      break;
    }
    if (token.kind !== 'word' || hasClass(token, WordClass.contrast) || !hasClass(token, CHAIN)) break;
    if (
      hasClass(token, WordClass.pronoun) &&
      !isFinite(token) &&
      !hasClass(token, WordClass.negation) &&
      left - 1 >= least
    ) {
      // «il leur a dit», «nous» may be an object or a subject: an object stands after another pronoun or noun.
      const before = tokens[left - 2];
      if (!before || before.kind !== 'word' || hasClass(before, WordClass.complementiser | WordClass.conjunction))
        break;
    }
    if (token.capital && left - 1 > sentence.from && hasClass(token, WordClass.determiner)) break;
    if (hasClass(token, WordClass.negation)) negated = true;
    if (order.passives.has(token.key) && onlyAdverbs(left) && !order.reflexives.has(tokens[left - 2]?.key ?? ''))
      passive = true;
    if (order.modals.has(token.key)) modal = true;
    left--;
  }
  if (negated || modal) return null;
  const { nominal, plural, infinitive: bare } = cue.sense;
  const { capital } = tokens[cue.from] ?? {};
  if (capital && nominal && cue.from > sentence.from) return null;
  // "the report said", "the quota dispute began": before a finite verb it is a noun.
  if (nominal && one(cue) && (isFinite(tokens[cue.to]) || isReportVerb(reading, cue.to))) return null;
  // "the previously announced sale": a participle inside a noun phrase.
  if (
    verb &&
    left > least &&
    hasClass(tokens[left - 1], WordClass.determiner) &&
    !hasClass(tokens[left - 1], WordClass.pronoun | WordClass.preposition | WordClass.group)
  )
    return null;
  const before = tokens[left - 1];
  const infinitive = order.infinitives.has(before?.key ?? '') && verb && !clitic && left - 1 >= least;
  if (bare || (infinitive && one(cue))) {
    if (!infinitive) return null;
    if (!order.continuations.has(tokens[left - 2]?.key ?? '')) return null;
    return { cue, mention: null, subject: null, from: left - 1, to: cue.to, inverted: false, passive: false };
  }
  if (cue.sense.form === 'participle') {
    let from = left;
    while (from > least && order.participleLeads.has(tokens[from - 1]?.key ?? '')) from--;
    return { cue, mention: null, subject: null, from, to: cue.to, inverted: false, passive: false };
  }
  const passiveHere = passive && one(cue) && !progressive();
  if (passiveHere) {
    const agent = agentAfter();
    if (!agent && !clitic) return null;
    if (agent)
      return {
        cue,
        mention: agent,
        subject: null,
        from: clauseFrom(left),
        to: agent.to,
        inverted: false,
        passive: true,
      };
    return { cue, mention: null, subject: null, from: left, to: cue.to, inverted: true, passive: true };
  }
  // «le ministre évoqué plus haut»: with no auxiliary and no joint a French past participle reports nothing.
  if (
    verb &&
    !order.bareClauses &&
    left === cue.from &&
    !clitic &&
    order.participles.test(tokens[cue.to - 1]?.key ?? '') &&
    one(cue) &&
    before?.kind === 'word' &&
    !hasClass(before, WordClass.conjunction | WordClass.auxiliary | WordClass.contrast)
  )
    return null;
  if (clitic) return { cue, mention: clitic, subject: null, from: left, to: cue.to, inverted: true, passive: false };
  if (isGlued(tokens, cue.to)) {
    const at = tokens[cue.to + 1]?.key === 't' && isGlued(tokens, cue.to + 2) ? cue.to + 3 : cue.to + 1;
    if (hasClass(tokens[at], WordClass.pronoun)) {
      const mention = placeAfter(reading, at, sentence.to) ?? describePhrase(reading, { from: at, to: at + 1 });
      return { cue, mention, subject: null, from: left, to: at + 1, inverted: true, passive: false };
    }
  }
  if (hasClass(before, WordClass.relative) && left - 1 >= sentence.from) {
    let end = left - 1;
    if (tokens[end - 1]?.key === ',') end--;
    const noun = end > least - 1 ? readSubject(reading, end, Math.min(least, sentence.from)) : null;
    const last = state.open?.draft ?? state.drafts.at(-1);
    const known =
      last?.sentence === cue.sentence && last.mention && last.mention.to > (noun?.from ?? 0) - 8 ? last.mention : null;
    const mention = describePhrase(reading, { from: left - 1, to: left });
    return { cue, mention, subject: known ?? noun, from: end, to: cue.to, inverted: false, passive: false };
  }
  const parted = before?.kind === 'mark' || /^[,–—:;-]$/u.test(before?.key ?? '') || left <= least;
  const closed = closing.has(left - 1) || (before?.key === ',' && closing.has(left - 2));
  const ahead = closed && !ledIn(left) ? null : readSubject(reading, left, least);
  const held =
    ahead !== null &&
    !holdsVerb(reading, least, ahead.from) &&
    (ahead.personal || hasClass(tokens[findHead(reading, ahead)], WordClass.role));
  // «…, affirme Le Courrier»: a noun phrase right after such a verb is its subject, where the verb takes no object.
  if (!held && !order.bareClauses && cue.sense.act === 'say' && before?.key === ',' && !takesObject(cue)) {
    const inverse = readPhrase(reading, cue.to, sentence.to);
    if (inverse && !inverse.pronoun && !isFinite(tokens[inverse.to]))
      return { cue, mention: inverse, subject: null, from: left, to: inverse.to, inverted: true, passive: false };
  }
  const subject =
    ahead && order.impersonals.has(tokens[ahead.from]?.key ?? '')
      ? (placeBefore(reading, ahead, sentence.from) ?? ahead)
      : ahead;
  if (plural && left === cue.from && !couldBePlural(subject)) return null;
  const near = subject && (subject.to === left || before?.key === ',') && before?.key !== "'s";
  if (nominal && !near && !coordinated(left)) return null;
  if (subject) {
    return {
      cue,
      mention: subject,
      subject: null,
      from: subject.from,
      to: pastEmphatic(cue.to),
      inverted: false,
      passive: false,
    };
  }
  const that = cue.sense.takes.includes('that') && hasClass(tokens[cue.to], WordClass.complementiser);
  if (parted && !that) {
    const after = readPhrase(reading, cue.to, sentence.to) ?? subjectPastAdjuncts(reading, cue.to, sentence.to);
    if (after && !(after.pronoun && !isSubjectPronoun(after.from)))
      return { cue, mention: after, subject: null, from: left, to: after.to, inverted: true, passive: false };
  }
  return { cue, mention: null, subject: null, from: left, to: cue.to, inverted: false, passive: false };

  /** «affirment, elles, avoir»: a pronoun between commas that only stresses the subject. */
  function pastEmphatic(at: number): number {
    const stressed =
      tokens[at]?.key === ',' && tokens[at + 2]?.key === ',' && order.emphatics.has(tokens[at + 1]?.key ?? '');
    return stressed ? at + 3 : at;
  }

  function onlyAdverbs(from: number): boolean {
    for (let i = from; i < cue.from; i++)
      if (!hasClass(tokens[i], WordClass.adverb) || isFinite(tokens[i])) return false;
    return true;
  }

  /** Tokens of an adverbial that ends at `last` and stands after an auxiliary: «a [pour sa part] assuré». */
  function lengthBetween(last: number): number {
    for (const rest of order.betweens.get(tokens[last]?.key ?? '') ?? []) {
      const from = last - rest.length;
      if (from - 1 < least || !hasClass(tokens[from - 1], WordClass.auxiliary)) continue;
      if (rest.every((word, i) => tokens[last - 1 - i]?.key === word)) return rest.length + 1;
    }
    return 0;
  }

  /** "the states say", "she and he claim"; not "Ann Lee claim". */
  function couldBePlural(who: MentionDraft | null): boolean {
    if (!who) return coordinated(left);
    const words = tokens.slice(who.from, who.to);
    if (words.some((word) => hasClass(word, WordClass.conjunction | WordClass.group))) return true;
    if (who.pronoun) return !/^(?:he|she|it)$/u.test(words[0]?.key ?? '');
    if (words.at(-1)?.key === "'s") return false;
    // "Rovers say": a name at the head of its clause may be a team's or a firm's, not one with a given name.
    if (who.personal) {
      const given = order.female.has(words[0]?.key ?? '') || order.male.has(words[0]?.key ?? '');
      const heads = who.from <= least || tokens[who.from - 1]?.kind === 'punctuation';
      return heads && !given && who.kind !== 'PERSON' ? true : heads && !given && who.name.to - who.name.from === 1;
    }
    return !/^(?:a|an|this|that|every|each|no|another)$/u.test(words[0]?.key ?? '');
  }

  /** Words before marks that close right before the verb: «Lee, who calls it "art," said» has its subject there. */
  function ledIn(at: number): boolean {
    const pair = closing.get(at - 1) ?? closing.get(at - 2);
    return (
      pair !== undefined &&
      pair.open > least &&
      hasClass(tokens[least], WordClass.contrast) === false &&
      tokens.slice(least, pair.open).some((token) => hasClass(token, WordClass.relative))
    );
  }

  function coordinated(at: number): boolean {
    return hasClass(tokens[at - 1], WordClass.conjunction);
  }

  function takesObject(hit: CueHit): boolean {
    return [hit.sense, ...(hit.others ?? [])].some((sense) => sense.takes.includes('object'));
  }

  function progressive(): boolean {
    return tokens[cue.from]?.key.endsWith('ing') === true;
  }

  function isSubjectPronoun(at: number): boolean {
    return /^(?:he|she|they|we|i|it|il|elle|ils|elles)$/u.test(tokens[at]?.key ?? '');
  }

  function clauseFrom(at: number): number {
    return readSubject(reading, at, least)?.from ?? at;
  }

  function agentAfter(): MentionDraft | null {
    for (let i = cue.to; i < Math.min(sentence.to, cue.to + 3); i++) {
      if (order.agents.has(tokens[i]?.key ?? '')) return readPhrase(reading, i + 1, sentence.to);
    }
    return null;
  }
}
