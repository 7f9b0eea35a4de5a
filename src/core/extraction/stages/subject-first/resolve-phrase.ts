import { type MentionDraft } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';
import { type Entity } from './entity.js';
import { findHead } from './find-head.js';
import { genderOf, isDefinite, isDemonstrative, isIndefinite } from './mention-traits.js';
import { type Register } from './register.js';

/** A body of which only "the firm" or "the group" is said is whichever was named last within so many tokens. */
const NEAR = 400;

/** Enters a phrase without a name, or finds the phrase that already stands for the same thing. */
export function introducePhrase(reading: Reading, register: Register, mention: MentionDraft): Entity {
  const initials = register.spelled(mention);
  if (initials) return initials;
  const head = reading.tokens[findHead(reading, mention)];
  const words = register.wordsOf(mention);
  const proper = words.length > 1 || mention.kind === 'ORGANIZATION' || mention.kind === 'MEDIA';
  if (head && proper && !(mention.kind === 'PERSON' && isIndefinite(reading, mention)))
    for (const entity of register.with(head.stem)) {
      if (entity.names.length > 0 || entity.kind !== mention.kind || !entity.heads.has(head.stem)) continue;
      const all = words.every((word) => entity.words.has(word));
      const more = entity.words.size > 1 && [...entity.words].every((word) => words.includes(word));
      if (!all && (!more || isIndefinite(reading, mention))) continue;
      // "the Church" is short for "the Church of the North", not "Lee" for "Lee County court".
      if (all && words.length === 1 && head.capital && entity.words.size > 1 && !isShortFor(reading, entity, head.stem))
        continue;
      register.widen(entity, mention);
      return entity;
    }
  return register.phrase(mention);
}

/** "the Church" for "the Church of the North", "Congress" for "US Congress"; not "the FBI" for "FBI agents". */
function isShortFor(reading: Reading, entity: Entity, word: string): boolean {
  const [first, second = ''] = entity.name.toLowerCase().split(/\s+/u);
  if (entity.name.toLowerCase().endsWith(` ${word}`)) return true;
  return first === word && (reading.language.order.genitives.has(second) || /^d['’]/u.test(second));
}

/**
 * Whom a phrase without a name stands for at token `at`: the holder of an office, the body, document or group last met
 * under that noun or under one that it may stand for ("the firm", "the scientists"), else itself.
 */
export function resolvePhrase(reading: Reading, register: Register, mention: MentionDraft, at: number): Entity {
  const { tokens, language } = reading;
  const initials = register.spelled(mention);
  if (initials) return initials;
  const headAt = findHead(reading, mention);
  const headToken = tokens[headAt];
  const head = headToken?.stem ?? '';
  const words = register.wordsOf(mention);
  const rest = words.filter((word) => word !== head);
  const human = mention.kind === 'PERSON';
  const definite = isDefinite(reading, mention);
  const gender = human ? genderOf(reading, mention) : '';
  const under = language.order.standsFor.get(head) ?? new Set<string>();
  const agrees = (entity: Entity): boolean =>
    gender === '' || entity.agreement === '' || entity.agreement === gender || !human;
  const holds = (entity: Entity): boolean =>
    rest.every((word) => entity.words.has(word) || entity.names.includes(word)) && agrees(entity) && sameSort(entity);
  const exact = register
    .with(head)
    .filter((entity) => (entity.heads.has(head) || entity.names.includes(head)) && holds(entity));
  if (isIndefinite(reading, mention)) return indefinite(exact);
  const met = (entity: Entity): boolean => entity.last >= 0;
  const fuller = (entity: Entity): boolean => entity.names.length > 0 || entity.words.size > words.length;
  const short = words.length === 1;
  const generic = !headToken?.capital || hasClass(headToken, WordClass.group);
  if (human) {
    const unnamed = hasClass(headToken, WordClass.anonymous);
    const source = (entity: Entity): boolean => entity.anonymous && entity.kind === 'PERSON' && entity.spoke >= 0;
    const holder =
      latest(exact, (entity) => met(entity) && (entity.names.length > 0 || fuller(entity) || entity.anonymous)) ??
      (unnamed && short ? latest(register.entities, source) : null);
    if (holder) return holder;
    const kin = definite ? latest(family(), (entity) => met(entity) && entity.names.length > 0) : null;
    if (kin) return kin;
    const waiting = unnamed
      ? latest(register.entities, (entity) => entity.anonymous && met(entity) && entity.kind === 'PERSON')
      : null;
    if (waiting) return waiting;
    const later = exact.filter((entity) => entity.names.length > 0);
    if (later.length === 1 && later[0]) return later[0];
    const round = definite && hasClass(headToken, WordClass.role) && pointsBack() ? epithet() : null;
    if (round) return round;
    return exact.find((entity) => entity.names.length === 0) ?? register.phrase(mention);
  }
  // "The MPs": the members of a body that was named are heard as that body.
  if (mention.kind === 'GROUP' && definite && short) {
    const body = latest(family(), (entity) => met(entity) && entity.kind === 'ORGANIZATION');
    if (body && !exact.some((entity) => fuller(entity) && met(entity))) return body;
  }
  const same =
    latest(exact, (entity) => met(entity) && fuller(entity)) ??
    latest(exact, (entity) => met(entity) && entity.words.size > 1);
  if (same) return same;
  const ahead = exact.find((entity) => fuller(entity) && entity.kind === mention.kind);
  if (ahead) return ahead;
  if (generic && (short || isDemonstrative(reading, mention)) && definite) {
    const kin = latest(family(), met);
    if (kin) return kin;
    const instance = lastInstance();
    if (instance) return instance;
  }
  const own = exact.find((entity) => fuller(entity) && !generic) ?? exact.find((entity) => entity.names.length === 0);
  return own ?? introducePhrase(reading, register, mention);

  /** "a nurse said …": someone met before under the very words, or who is named under them soon after. */
  function indefinite(own: readonly Entity[]): Entity {
    const again = own.find((entity) => entity.names.length === 0 && entity.words.size === words.length);
    const opening = human && !hasClass(headToken, WordClass.anonymous) && at < (reading.blockRanges[3]?.to ?? 0);
    const later = opening
      ? own.filter(
          (entity) => entity.names.length > 0 && entity.last < 0 && rest.every((word) => entity.words.has(word)),
        )
      : [];
    if (!again && later.length === 1 && later[0]) return later[0];
    const entity = again ?? register.phrase(mention);
    // "a nurse": one person who is a source and whom the article does not name, unless they speak for a body.
    const one = language.order.singulars.has(tokens[mention.from]?.key ?? '');
    const named = own.some((other) => other.names.length > 0);
    const several = mention.kind === 'GROUP' && language.order.numerals.has(tokens[mention.from]?.key ?? '');
    const oneOf = one && language.order.genitives.has(tokens[mention.from + 1]?.key ?? '');
    const withheld = (human && one && hasClass(headToken, WordClass.role) && !named) || several || oneOf;
    if (withheld && !language.order.spokespersons.has(head)) entity.anonymous = true;
    return entity;
  }

  function sameSort(entity: Entity): boolean {
    if (human) return entity.kind === 'PERSON';
    if (mention.kind === 'GROUP') return entity.kind === 'GROUP' || entity.kind === 'ORGANIZATION';
    if (entity.kind === 'PERSON') return entity.names.length > 0 && !entity.human && mention.kind !== 'DOCUMENT';
    return mention.kind === 'DOCUMENT' ? entity.kind === 'DOCUMENT' : entity.kind !== 'DOCUMENT';
  }

  /** Everybody known under a noun for which this one may stand: "the boss" for a chief executive. */
  function family(): Entity[] {
    const found: Entity[] = [];
    for (const word of under)
      for (const entity of register.with(word)) {
        if (!entity.heads.has(word) && !entity.names.includes(word)) continue;
        if (
          rest.every((other) => entity.words.has(other) || entity.names.includes(other)) &&
          agrees(entity) &&
          sortOf(entity)
        )
          found.push(entity);
      }
    return found;
  }

  function sortOf(entity: Entity): boolean {
    if (human) return entity.kind === 'PERSON';
    return mention.kind === 'DOCUMENT' ? entity.kind === 'DOCUMENT' : entity.kind !== 'DOCUMENT' && !entity.human;
  }

  /** "the firm", "the newspaper", "the report": the last one that was named. */
  function lastInstance(): Entity | null {
    if (mention.kind === 'GROUP') return null;
    const body = mention.kind === 'ORGANIZATION';
    if (body && !language.order.bodies.has(head)) return null;
    return latest(register.entities, isInstance);

    function isInstance(entity: Entity): boolean {
      if (!met(entity) || at - entity.last > NEAR || entity.human) return false;
      if (body)
        return entity.names.length > 0 ? entity.kind !== 'MEDIA' : entity.kind === 'ORGANIZATION' && isProper(entity);
      return (
        entity.kind === mention.kind &&
        entity.words.size < 6 &&
        (entity.names.length > 0 || isProper(entity) || entity.words.size > 1)
      );
    }
  }

  function isProper(entity: Entity): boolean {
    return /^\p{Lu}/u.test(entity.name);
  }

  /** "the veteran lawmaker": a way round the name of whoever was last spoken of. */
  function epithet(): Entity | null {
    const near = (entity: Entity): boolean =>
      entity.kind === 'PERSON' &&
      met(entity) &&
      at - entity.last < (entity.spoke >= 0 ? 120 : 60) &&
      agrees(entity) &&
      (entity.names.length > 0 || entity.anonymous);
    return (
      latest(register.entities, (entity) => near(entity) && (entity.human || entity.spoke >= 0)) ??
      latest(register.entities, near)
    );
  }

  /** No owner and no complement but an age says who it is: "the veteran lawmaker", «l'entrepreneur de 56 ans». */
  function pointsBack(): boolean {
    const inside = tokens.slice(mention.from, mention.to);
    if (inside.some(({ key }) => key === "'s" || language.order.possessives.has(key))) return false;
    const aged = inside.some(({ kind }) => kind === 'number') && words.length < 5;
    return aged || (words.length < 3 && mention.to === headAt + 1) || (words.length === 2 && isAdjective(headAt + 1));
  }

  /** «l'ancien ministre», «le maire socialiste»: the last word qualifies the head. */
  function isAdjective(i: number): boolean {
    return i === mention.to - 1 && tokens[i]?.kind === 'word' && !tokens[i]?.capital;
  }
}

/** The one that was met last. */
export function latest(list: readonly Entity[], test: (entity: Entity) => boolean): Entity | null {
  let best: Entity | null = null;
  for (const entity of list) if (test(entity) && (!best || entity.last > best.last)) best = entity;
  return best;
}
