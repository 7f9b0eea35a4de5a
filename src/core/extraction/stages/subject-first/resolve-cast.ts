import { type MentionDraft, type QuoteDraft, type Token } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Speaker } from '../../model.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';
import { collectIntroductions } from './collect-introductions.js';
import { type Entity } from './entity.js';
import { findHead } from './find-head.js';
import { isAcronym, isDefinite, pronounOf } from './mention-traits.js';
import { readPhrase } from './read-phrase.js';
import { Register } from './register.js';
import { introducePhrase, latest, resolvePhrase } from './resolve-phrase.js';
import { type Met, resolvePronoun } from './resolve-pronoun.js';
import { withheldIn } from './withheld-in.js';

const SPEAKERS =
  WordClass.role |
  WordClass.group |
  WordClass.organization |
  WordClass.media |
  WordClass.document |
  WordClass.anonymous |
  WordClass.place;

/**
 * Gives each quote its speaker from a register of all that the article names: short names by full ones, offices by who
 * holds them, "the official" by the unnamed source before, "the newspaper" by the last one named, pronouns by who fits.
 */
export function resolveCast(reading: Reading, drafts: readonly QuoteDraft[]): (Speaker | null)[] {
  const { tokens, text, sentences } = reading;
  const register = new Register(reading);
  const introductions = collectIntroductions(reading);
  for (const { mention, office } of introductions) {
    if (!mention.personal) continue;
    const entity = register.named(mention);
    if (office) register.describe(entity, office, null);
    expandLetters(mention, entity);
  }
  const met = introductions.map(({ mention, leads, sentence }): Met => {
    const entity = introduce(mention, sentence);
    entity.last = mention.from;
    return { at: mention.from, entity, leads, sentence };
  });
  for (const entity of register.entities) entity.last = -1;
  const leads = new Map<number, Entity>();
  for (const one of met) if (one.leads && !leads.has(one.sentence)) leads.set(one.sentence, one.entity);
  const spoken: { entity: Entity; sentence: number }[] = [];
  let passed = 0;
  return drafts.map((draft) => {
    const at = draft.mention?.from ?? draft.cue?.from ?? sentences[draft.sentence]?.from ?? 0;
    for (; passed < met.length && (met[passed]?.at ?? 0) < at; passed++) {
      const seen = met[passed];
      if (!seen) continue;
      seen.entity.last = Math.max(seen.entity.last, seen.at);
      if (seen.leads) seen.entity.led = seen.at;
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

  function introduce(mention: MentionDraft, sentence: number): Entity {
    if (mention.personal) return register.named(mention);
    const back = mention.kind === 'PERSON' && isDefinite(reading, mention);
    const entity = back
      ? resolvePhrase(reading, register, mention, mention.from)
      : introducePhrase(reading, register, mention);
    expandLetters(mention, entity);
    if (
      entity.names.length === 0 &&
      (entity.kind === 'PERSON' || entity.kind === 'GROUP') &&
      withheldIn(reading, sentence, mention)
    )
      entity.anonymous = true;
    return entity;
  }

  /** «Front du Nord (FDN)»: the letters in brackets are another name of it. */
  function expandLetters(mention: MentionDraft, entity: Entity): void {
    const letters = tokens[mention.to + 1];
    if (tokens[mention.to]?.key !== '(' || tokens[mention.to + 2]?.key !== ')') return;
    if (letters && isAcronym(reading, letters)) register.alias(letters.key, entity);
  }

  function entityOf(draft: QuoteDraft, at: number): Entity | null {
    const { mention, subject } = draft;
    if (mention?.pronoun) {
      if (hasClass(tokens[mention.from], WordClass.relative))
        return subject && canSpeak(subject) ? resolve(subject, at) : (spoken.at(-1)?.entity ?? null);
      return agreeing(mention, draft, at);
    }
    if (mention) return resolve(mention, at);
    if (subject) return subject.pronoun ? agreeing(subject, draft, at) : resolve(subject, at);
    if (draft.cue === null) {
      const lead = leadBefore(draft.sentence) ?? leadAfter(draft.sentence);
      if (lead) return lead;
    }
    return spoken.at(-1)?.entity ?? resolvePronoun(reading, met, passed, spoken, draft, '', at);
  }

  function canSpeak(mention: MentionDraft): boolean {
    const head = tokens[findHead(reading, mention)];
    return mention.personal || mention.pronoun || head?.capital === true || hasClass(head, SPEAKERS);
  }

  function agreeing(mention: MentionDraft, draft: QuoteDraft, at: number): Entity | null {
    return resolvePronoun(reading, met, passed, spoken, draft, pronounOf(reading, mention), at);
  }

  /** Who the sentence before speaks about, where that sentence has no quote: "Lee was angry. [marks]". */
  function leadBefore(sentence: number): Entity | null {
    if (spoken.at(-1)?.sentence === sentence - 1) return null;
    if (sentences[sentence - 1]?.block !== sentences[sentence]?.block) return null;
    const entity = leads.get(sentence - 1);
    return entity && (entity.names.length > 0 || entity.spoke >= 0) ? entity : null;
  }

  /** Words that open a paragraph may belong to whoever its next sentence is about: «"I was there." Ann Lee, 54, …». */
  function leadAfter(sentence: number): Entity | null {
    const block = sentences[sentence]?.block;
    if (sentences[sentence - 1]?.block === block || sentences[sentence + 1]?.block !== block) return null;
    const entity = leads.get(sentence + 1);
    return entity && entity.kind === 'PERSON' && (entity.names.length > 0 || spoken.length === 0) ? entity : null;
  }

  function resolve(mention: MentionDraft, at: number): Entity {
    if (mention.personal) return register.named(mention);
    return memberOf(mention) ?? issuerOf(mention, at) ?? resolvePhrase(reading, register, mention, at);
  }

  /** "one of them", "the other", «l'un d'eux»: of the group that spoke or was met last. */
  function memberOf(mention: MentionDraft): Entity | null {
    const { partials, pronounsPlural } = reading.language.order;
    const words = tokens.slice(mention.from, mention.to).filter(({ kind }) => kind === 'word');
    const small = (token: Token): boolean =>
      partials.has(token.key) ||
      pronounsPlural.has(token.key) ||
      hasClass(token, WordClass.pronoun | WordClass.determiner | WordClass.preposition | WordClass.group);
    if (!words.some(({ key }) => partials.has(key)) || !words.every(small)) return null;
    if (words.length < 3 && words.some((token) => hasClass(token, WordClass.group))) return null;
    const isGroup = (entity: Entity): boolean => entity.kind === 'GROUP' && entity.last >= 0;
    return (
      latest(register.entities, (entity) => isGroup(entity) && entity.spoke >= 0) ?? latest(register.entities, isGroup)
    );
  }

  /** Who made a statement, or the study that somebody is said to be the author of: "the statement read", "a poll by Acme". */
  function issuerOf(mention: MentionDraft, at: number): Entity | null {
    const headAt = findHead(reading, mention);
    const head = tokens[headAt];
    if (
      !hasClass(head, WordClass.document | WordClass.occasion) ||
      hasClass(head, WordClass.organization | WordClass.media)
    )
      return null;
    const { agents, issued, issuings } = reading.language.order;
    // "Lee's memo": whoever owns it has written it.
    for (let i = mention.from + 1; i < headAt; i++) {
      if (tokens[i]?.key !== "'s") continue;
      const owner = readPhrase(reading, mention.from, i);
      if (owner?.to === i) return resolve(owner, at);
    }
    for (let i = headAt + 1; i < Math.min(mention.to + 2, headAt + 4); i++) {
      // "a poll by Acme", "a study published by Acme", not "documents seen by Acme".
      if (!agents.has(tokens[i]?.key ?? '') || (i > headAt + 1 && !issuings.has(tokens[i - 1]?.key ?? ''))) continue;
      const issuer = readPhrase(reading, i + 1, i + 12);
      if (issuer && !issuer.pronoun && issuer.kind !== 'DOCUMENT') return resolve(issuer, at);
    }
    if (!issued.has(head?.key ?? '') || !isDefinite(reading, mention) || mention.to > headAt + 1) return null;
    const last = spoken.at(-1)?.entity;
    if (last && last.kind !== 'DOCUMENT' && at - last.spoke < 120) return last;
    return latest(
      register.entities,
      (entity) => entity.kind === 'ORGANIZATION' && entity.last >= 0 && at - entity.last < 80,
    );
  }
}
