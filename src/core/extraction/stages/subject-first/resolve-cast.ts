import { type MentionDraft, type QuoteDraft } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Speaker } from '../../model.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';
import { Cast } from './cast.js';
import { collectIntroductions } from './collect-introductions.js';
import { type Agreement, type Entity } from './entity.js';
import { findHead } from './find-head.js';
import { genderOf, isAcronym, isDemonstrative, isIndefinite, pronounOf } from './mention-traits.js';
import { withheldIn } from './withheld-in.js';

/**
 * Gives each quote its speaker from a cast of all that the article names: short names by full ones, offices by who holds
 * them, "the official" by the unnamed source before, "the newspaper" by the last one named, pronouns by who fits.
 */
export function resolveCast(reading: Reading, drafts: readonly QuoteDraft[]): (Speaker | null)[] {
  const { tokens, text, language, sentences } = reading;
  const { order } = language;
  const cast = new Cast(reading);
  const met: { at: number; entity: Entity; leads: boolean; sentence: number }[] = [];
  for (const { mention, office, leads, sentence } of collectIntroductions(reading)) {
    const entity = introduce(mention);
    if (office) cast.describe(entity, office, null);
    const letters = tokens[mention.to + 1];
    if (
      tokens[mention.to]?.key === '(' &&
      tokens[mention.to + 2]?.key === ')' &&
      letters &&
      isAcronym(reading, letters)
    )
      cast.alias(letters.key, entity);
    if (
      entity.names.length === 0 &&
      (entity.kind === 'PERSON' || entity.kind === 'GROUP') &&
      withheldIn(reading, sentence, mention)
    )
      entity.anonymous = true;
    met.push({ at: mention.from, entity, leads, sentence });
  }
  const spoken: { entity: Entity; sentence: number }[] = [];
  let passed = 0;
  return drafts.map((draft) => {
    const at = draft.mention?.from ?? draft.cue?.from ?? sentences[draft.sentence]?.from ?? 0;
    for (; passed < met.length && (met[passed]?.at ?? 0) < at; passed++) {
      const seen = met[passed];
      if (seen) seen.entity.last = seen.at;
    }
    const entity = entityOf(draft, at);
    if (!entity) return null;
    const { mention } = draft;
    const shown = mention?.pronoun ? pronounOf(reading, mention) : 'n';
    if (shown !== 'n' && entity.agreement === '') entity.agreement = shown;
    if (
      entity.names.length === 0 &&
      mention &&
      !mention.pronoun &&
      entity.kind !== 'MEDIA' &&
      withheldIn(reading, draft.sentence, mention)
    )
      entity.anonymous = true;
    entity.last = Math.max(entity.last, at);
    entity.spoke = at;
    spoken.push({ entity, sentence: draft.sentence });
    return {
      name: entity.name,
      kind: entity.kind,
      anonymous: entity.anonymous,
      mention: mention && { start: mention.start, end: mention.end, text: text.slice(mention.start, mention.end) },
    };
  });

  function introduce(mention: MentionDraft): Entity {
    if (mention.personal) return cast.person(mention);
    const words = cast.wordsOf(mention);
    const head = tokens[findHead(reading, mention)]?.stem ?? '';
    const initials =
      words.length === 1 && isAcronym(reading, tokens[mention.to - 1]) ? cast.spelled(words[0] ?? '') : undefined;
    if (initials) return initials;
    if (words.length > 1 || mention.kind === 'ORGANIZATION' || mention.kind === 'MEDIA')
      for (const entity of cast.with(head)) {
        if (entity.names.length > 0 || entity.kind !== mention.kind || !entity.heads.has(head)) continue;
        const all = words.every((word) => entity.words.has(word));
        const more = entity.words.size > 1 && [...entity.words].every((word) => words.includes(word));
        if (!all && !more) continue;
        if (!all && isIndefinite(reading, mention)) continue;
        cast.widen(entity, mention);
        return entity;
      }
    return cast.phrase(mention);
  }

  function entityOf(draft: QuoteDraft, at: number): Entity | null {
    const { mention, subject } = draft;
    if (mention?.pronoun) {
      if (hasClass(tokens[mention.from], WordClass.relative))
        return subject ? resolve(subject, at) : (spoken.at(-1)?.entity ?? null);
      return agreeing(pronounOf(reading, mention), draft, at);
    }
    if (mention) return resolve(mention, at);
    if (subject) return subject.pronoun ? agreeing(pronounOf(reading, subject), draft, at) : resolve(subject, at);
    const before = spoken.at(-1);
    if (draft.cue === null) {
      const lead = leadBefore(draft.sentence);
      if (lead) return lead;
    }
    return before?.entity ?? agreeing('', draft, at);
  }

  /** Who the sentence before speaks about, where that sentence has no quote: "Lee was angry. [marks]". */
  function leadBefore(sentence: number): Entity | null {
    if (spoken.at(-1)?.sentence === sentence - 1) return null;
    if (sentences[sentence - 1]?.block !== sentences[sentence]?.block) return null;
    const seen = met.find((one) => one.sentence === sentence - 1 && one.leads);
    return seen && (seen.entity.names.length > 0 || seen.entity.spoke >= 0) ? seen.entity : null;
  }

  function resolve(mention: MentionDraft, at: number): Entity {
    if (mention.personal) return cast.person(mention);
    const words = cast.wordsOf(mention);
    const headToken = tokens[findHead(reading, mention)];
    const head = headToken?.stem ?? '';
    const indefinite = isIndefinite(reading, mention);
    const spelled =
      words.length === 1 && isAcronym(reading, tokens[mention.to - 1]) ? cast.spelled(words[0] ?? '') : undefined;
    if (spelled) return spelled;
    const fits = (entity: Entity): boolean =>
      words.every((word) => entity.words.has(word) || entity.names.includes(word));
    const own = cast.with(head).filter(fits);
    if (indefinite)
      return own.find((entity) => entity.names.length === 0 && entity.kind === mention.kind) ?? cast.phrase(mention);
    const gender = order.bareClauses ? '' : genderOf(reading, mention);
    const agrees = (entity: Entity): boolean =>
      gender === '' || entity.agreement === '' || entity.agreement === gender || entity.names.length === 0;
    if (mention.kind === 'PERSON') {
      const unnamed = hasClass(headToken, WordClass.anonymous)
        ? latest(cast.entities, (entity) => entity.anonymous && entity.spoke >= 0 && entity.kind === 'PERSON')
        : null;
      const held = latest(
        own,
        (entity) => entity.kind === 'PERSON' && entity.last >= 0 && entity.names.length > 0 && agrees(entity),
      );
      const source = latest(
        own,
        (entity) =>
          entity.kind === 'PERSON' &&
          entity.last >= 0 &&
          entity.names.length === 0 &&
          (entity.words.size > words.length || entity.anonymous),
      );
      const best = held && source ? (held.last > source.last ? held : source) : (held ?? source);
      if (best) return best;
      if (unnamed) return unnamed;
      const waiting = latest(
        cast.entities,
        (entity) => entity.anonymous && entity.last >= 0 && entity.kind === 'PERSON',
      );
      if (waiting && hasClass(headToken, WordClass.anonymous)) return waiting;
      const later = own.filter((entity) => entity.names.length > 0);
      if (later.length === 1 && later[0]) return later[0];
      // "the veteran lawmaker": an office not met before is a way round the name of whoever was last spoken of.
      const last = latest(
        cast.entities,
        (entity) =>
          entity.kind === 'PERSON' &&
          entity.last >= 0 &&
          at - entity.last < 120 &&
          agrees(entity) &&
          (entity.names.length > 0 || entity.anonymous) &&
          entity.spoke >= 0,
      );
      const about =
        last ??
        latest(
          cast.entities,
          (entity) =>
            entity.kind === 'PERSON' &&
            entity.last >= 0 &&
            at - entity.last < 60 &&
            agrees(entity) &&
            entity.names.length > 0,
        );
      if (about && words.length < 4 && mention.to - mention.from < 6) return about;
      return cast.phrase(mention);
    }
    if (own.length > 0) {
      const full = latest(
        own,
        (entity) =>
          entity.kind === mention.kind &&
          entity.last >= 0 &&
          entity.words.size > words.length &&
          entity.names.length === 0,
      );
      const same = full ?? latest(own, (entity) => entity.kind === mention.kind && entity.names.length === 0);
      const anyFuller = own.find(
        (entity) => entity.kind === mention.kind && entity.words.size > words.length && entity.names.length === 0,
      );
      if (words.length === 1 && same && same.words.size === 1 && mention.kind !== 'ORGANIZATION') {
        const instead = instance(mention.kind);
        if (instead) return instead;
      }
      if (same && (same.words.size > words.length || !anyFuller)) return same;
      if (anyFuller) return anyFuller;
    }
    if (words.length === 1 || isDemonstrative(reading, mention)) {
      const instead = instance(mention.kind);
      if (instead) return instead;
    }
    return introduce(mention);
  }

  /** "the newspaper", "the report": the last one that was named. */
  function instance(kind: MentionDraft['kind']): Entity | null {
    if (kind === 'GROUP') return null;
    return latest(
      cast.entities,
      (entity) =>
        entity.kind === kind &&
        entity.last >= 0 &&
        entity.words.size < 5 &&
        (entity.words.size > 1 || entity.names.length > 0),
    );
  }

  function latest(list: readonly Entity[], test: (entity: Entity) => boolean): Entity | null {
    let best: Entity | null = null;
    for (const entity of list) if (test(entity) && (!best || entity.last > best.last)) best = entity;
    return best;
  }

  function isSaid(draft: QuoteDraft, at: number): boolean {
    const start = tokens[at]?.start ?? 0;
    return draft.contents.some((span) => span.start <= start && start < span.end);
  }

  /** Whom a pronoun means: who leads the sentence at hand or the one before, else who spoke last, if gender allows. */
  function agreeing(agreement: Agreement | 'n', draft: QuoteDraft, at: number): Entity | null {
    const personal = agreement === 'm' || agreement === 'f';
    const fits = (entity: Entity): boolean => {
      if (agreement === 'p')
        return (
          entity.agreement === 'p' ||
          entity.kind === 'GROUP' ||
          (entity.agreement === '' && entity.kind === 'ORGANIZATION')
        );
      if (agreement === 'n') return entity.kind !== 'PERSON' && entity.kind !== 'GROUP';
      if (agreement === '') return true;
      if (entity.agreement === 'p' || entity.kind === 'GROUP') return false;
      if (order.bareClauses && entity.kind !== 'PERSON') return false;
      return entity.agreement === '' || entity.agreement === agreement;
    };
    const last = spoken.at(-1);
    for (let i = passed - 1; i >= 0; i--) {
      const seen = met[i];
      if (!seen || seen.sentence < draft.sentence - 1 || (last && seen.sentence <= last.sentence)) break;
      if (!seen.leads || seen.at >= at || !fits(seen.entity) || isSaid(draft, seen.at)) continue;
      if (
        !personal ||
        (!order.bareClauses && seen.entity.agreement === agreement) ||
        seen.entity.names.length > 0 ||
        seen.entity.kind === 'PERSON'
      )
        return seen.entity;
    }
    for (let i = spoken.length - 1; i >= Math.max(0, spoken.length - 5); i--) {
      const entity = spoken[i]?.entity;
      if (entity && fits(entity)) return entity;
    }
    const near = latest(
      cast.entities,
      (entity) =>
        entity.last >= 0 &&
        at - entity.last < 80 &&
        fits(entity) &&
        (!personal || entity.names.length > 0 || entity.kind === 'PERSON'),
    );
    return near ?? last?.entity ?? null;
  }
}
