import { type Range } from '../draft.js';
import { ClaimSign } from '../languages/claim-sign.js';
import { WordClass } from '../languages/word-class.js';
import { type Reading } from '../reading.js';
import { ClauseBuilder } from './clause-builder.js';
import { hasClass } from './has-class.js';
import { isReportingWord } from './is-reporting-word.js';
import { type PredicateReader } from './read-predicate.js';
import { type Clause } from './split-clauses.js';

const LEAST = 3;
/** Negations that only a verb follows. */
const TENSED = /^(?:لم|لن)$/u;
const PERSONAL = /^(?:هو|هي|هم|هما)$/u;

/**
 * Splits a statement of a language that puts the verb first and fuses its conjunctions: at joined verbs
 * («زار المصنع و[افتتح الفرع]»), at joined clauses with their subject, and at relative clauses with their noun.
 */
export function splitVerbFirst(reading: Reading, predicate: PredicateReader, range: Range): Clause[] {
  const { tokens, language } = reading;
  const { has, isVerb, isComma, verbSoon } = predicate;
  const builder = new ClauseBuilder(tokens, predicate, range);
  let depth = 0;
  for (let i = range.from; i < range.to; i++) {
    const token = tokens[i];
    if (!token) continue;
    if (/^[([]$/u.test(token.key)) depth++;
    else if (/^[)\]]$/u.test(token.key)) depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    const start = builder.current.parts.at(-1)?.from ?? range.from;
    if (i - start >= 1 && (token.kind === 'word' || token.kind === 'number')) cutAt(i, start);
    if (isVerb(i) || isNominal(i)) builder.current.verb = true;
  }
  return builder.end();

  function cutAt(i: number, start: number): void {
    const { current, suspended } = builder;
    const token = tokens[i];
    if (!token) return;
    const alone = tokens[i - 1]?.key === 'و' || tokens[i - 1]?.key === 'ف';
    const joined = token.conjunction > 0 || alone;
    const comma = isComma(i - 1) || (alone && isComma(i - 2));
    const end = alone ? i - 1 : i;
    if (has(i, ClaimSign.relative)) {
      const verb = verbSoon(i + 1, range.to, 4);
      if (verb === -1) return;
      if (joined && current.relation === 'relative') builder.begin(end, i, 'relative', false, i + 1);
      else if (comma || current.verb) builder.begin(comma ? i - 1 : i, i, 'relative', comma, builder.antecedent(i));
      return;
    }
    if (has(i, ClaimSign.opener)) {
      let next = i;
      while (next < range.to && has(next, ClaimSign.opener) && next - i < 3) next++;
      const pronoun = hasClass(token, WordClass.pronoun);
      // «مرفأ الزهراء، وهو ثاني أكبر مرافئ البلاد، …»
      if (pronoun && comma && (joined || !current.verb) && PERSONAL.test(token.core))
        builder.begin(i - 1, i, 'beside', true, builder.antecedent(i));
      else if (pronoun && !current.verb && comma) builder.begin(end, i, 'beside', false, builder.antecedent(i));
      else if (
        (current.verb || isNominalClause(start, end)) &&
        i - start >= (current.verb ? LEAST : 2) &&
        (pronoun || verbSoon(next, range.to, 9) !== -1 || next - i > 1)
      )
        builder.begin(end, pronoun ? i : next, 'joined');
      return;
    }
    if (hasClass(token, WordClass.complementiser) && (current.verb || joined)) {
      // «في حال إصابتهم، فإنهم …» goes on, «وإنها …» begins anew.
      if (joined && !token.key.startsWith('ف') && i - start >= 2) {
        builder.begin(end, i + 1, 'joined');
        return;
      }
      if (framed(i, start)) {
        current.relation = 'frame';
        builder.begin(i, i + 1, 'main');
        return;
      }
    }
    const negated = has(i, ClaimSign.negation) && (isVerb(i + 1) || (joined && TENSED.test(token.core)));
    const stated = current.verb || isNominalClause(start, end);
    if (has(i, ClaimSign.join) && !joined && isVerb(i + 1) && current.verb && i - start >= 2) {
      builder.begin(comma ? i - 1 : i, i + 1, 'joined');
      return;
    }
    // «… وليس عبر الماء» sets off a part of the same predicate.
    if (has(i, ClaimSign.negation) && hasClass(tokens[i + 1], WordClass.preposition)) return;
    if (joined && (isVerb(i) || negated || isLooseVerb(i)) && stated && i - start >= 2) {
      builder.begin(end, i, 'joined');
      return;
    }
    if (!comma) return;
    if (suspended && (current.relation === 'relative' || current.relation === 'beside') && !joined) {
      builder.resume(i);
      return;
    }
    if (has(i, ClaimSign.comparison) && current.verb) {
      if (telling(i)) builder.begin(end, i, 'tail');
      return;
    }
    // «…، خمسة منهم جراء السل», «…، ثلثاهم لم يمثلوا»
    if (!joined && current.verb && countsSome(i)) {
      builder.begin(end, i, 'joined');
      return;
    }
    // «…، فالمشكلة في نقص الدولار», «…، والشيك صرف في مارس»
    if (joined && token.article && stated && (token.key.startsWith('ف') || isNominalClause(i, nextComma(i)))) {
      builder.begin(end, i, 'joined');
      return;
    }
    // «هذا غير صحيح، الكهرباء موجودة»
    if (!joined && stated && token.article && isNominalClause(i, nextComma(i)) && !has(i, ClaimSign.relative)) {
      builder.begin(end, i, 'joined');
      return;
    }
    if (joined && stated && !isVerb(i) && verbSoon(i + 1, Math.min(range.to, i + 4), 3) !== -1) {
      builder.begin(end, i, 'joined');
      return;
    }
    if (stated && (isVerb(i) || negated) && i - start >= LEAST) builder.begin(end, i, 'joined');
  }

  /** A reporting verb or a word of belief stands close before a complementiser that no conjunction joins. */
  function framed(at: number, start: number): boolean {
    for (let i = at - 1; i >= Math.max(start, at - 9); i--) {
      if (has(i, ClaimSign.belief)) return true;
      if (isVerb(i)) return isReportingWord(language, tokens[i]?.core ?? '');
    }
    return has(at, ClaimSign.belief);
  }

  /** «العقد موجود»: a definite noun and an indefinite word that says something of it. */
  function isNominalClause(from: number, to: number): boolean {
    let first = from;
    while (first < to && tokens[first]?.kind !== 'word') first++;
    if (tokens[first]?.article !== true || tokens[first]?.preposition !== '') return false;
    for (let i = first + 1; i < to; i++) {
      const token = tokens[i];
      if (token?.kind !== 'word' || token.article || token.preposition !== '') continue;
      return (
        !hasClass(token, WordClass.preposition | WordClass.relative | WordClass.adverb) && !has(i, ClaimSign.opener)
      );
    }
    return false;
  }

  /** «وفُقد نحو 30», «وخرج في نعش»: a past verb that may be a noun, before what no noun takes. */
  function isLooseVerb(at: number): boolean {
    const next = tokens[at + 1];
    if (!has(at, ClaimSign.looseVerb) || tokens[at]?.article || tokens[at]?.preposition !== '') return false;
    return (
      next?.kind === 'number' || (hasClass(next, WordClass.preposition | WordClass.adverb) && next?.article === false)
    );
  }

  function nextComma(at: number): number {
    for (let i = at; i < range.to; i++) if (isComma(i)) return i;
    return range.to;
  }

  /** A number of those just named: «خمسة منهم», «ثلثاهم». */
  function countsSome(at: number): boolean {
    const token = tokens[at];
    const among = /^(?:من|بين)(?:هم|ها|هن)$/u.test(tokens[at + 1]?.core ?? '');
    const counted = token?.kind === 'number' || has(at, ClaimSign.amount) || hasClass(token, WordClass.determiner);
    return (counted && among) || /^(?:ثلثا|ثلث|نصف|ربع|معظم|غالبيت|اكثر)(?:هم|ها)$/u.test(token?.core ?? '');
  }

  /** A demonstrative or pronoun at the start makes a statement without a verb. */
  function isNominal(at: number): boolean {
    return (
      (hasClass(tokens[at], WordClass.pronoun) || /^(?:انا|نحن)$/u.test(tokens[at]?.core ?? '')) &&
      tokens[at]?.preposition === ''
    );
  }

  function telling(at: number): boolean {
    for (let i = at; i < Math.min(range.to, at + 12) && (i === at || !isComma(i)); i++)
      if (tokens[i]?.kind === 'number' || has(i, ClaimSign.rank | ClaimSign.amount)) return true;
    return false;
  }
}
