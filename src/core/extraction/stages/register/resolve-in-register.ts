import { type MentionDraft, type QuoteDraft } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Speaker } from '../../model.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';
import { readSubjectAfter } from '../phrase/read-subject-after.js';
import { agreementOf } from './agreement-of.js';
import { pronounAgreement } from './pronoun-agreement.js';
import { collectIntroductions } from './collect-introductions.js';
import { type Agreement, type Entity } from './entity.js';
import { findNewcomer } from './find-newcomer.js';
import { findInterviewee } from './find-interviewee.js';
import { isDefiniteChain } from './is-definite-chain.js';
import { nameWords, phraseWords } from './phrase-words.js';
import { isBody } from './is-body.js';
import { Register } from './register.js';
import { shortForms } from './short-forms.js';
import { withheldIn } from './withheld-in.js';

const sameSet = new Set(['نفسه', 'نفسها', 'ذاته', 'ذاتها', 'انفسهم']);

/**
 * Gives each quote its speaker from a register of all that the article introduces: names by their parts, offices by who
 * holds them, definite short forms («المسؤول», «الوزارة», «البيان») by what was last met under that head, verbs without
 * a subject by who last spoke and agrees with them.
 */
export function resolveInRegister(reading: Reading, drafts: readonly QuoteDraft[]): (Speaker | null)[] {
  const { tokens, text, language } = reading;
  const register = new Register(reading);
  const introductions = collectIntroductions(reading);
  const met: { at: number; entity: Entity }[] = [];
  for (const mention of introductions) met.push({ at: mention.from, entity: introduce(mention) });
  for (const entity of register.entities) entity.last = -1;

  const spoken: { entity: Entity; sentence: number }[] = [];
  const isWithheld = withheldIn(reading);
  /** Who issued the document last called by this head. */
  const issuers = new Map<string, Entity>();
  let interviewee: Entity | null = null;
  let passed = 0;
  const speakers = drafts.map((draft) => {
    const at = draft.mention?.from ?? draft.cue?.from ?? reading.sentences[draft.sentence]?.from ?? 0;
    for (; passed < met.length && (met[passed]?.at ?? 0) < at; passed++) {
      const seen = met[passed];
      if (seen) seen.entity.last = Math.max(seen.entity.last, seen.at);
    }
    const entity = entityOf(draft, at);
    if (!entity) return null;
    const { mention, cue } = draft;
    if (entity.agreement === '' && mention && cue && cue.to <= mention.from) entity.agreement = cue.sense.agreement;
    if (mention && entity.names.length === 0 && entity.kind === 'PERSON' && isWithheld(draft.sentence))
      entity.anonymous = true;
    entity.last = Math.max(entity.last, at);
    entity.spoke = at;
    spoken.push({ entity, sentence: draft.sentence });
    return entity;
  });
  return speakers.map((entity, index): Speaker | null => {
    const mention = drafts[index]?.mention ?? null;
    return (
      entity && {
        name: entity.name,
        kind: entity.kind,
        anonymous: entity.anonymous,
        mention: mention && { start: mention.start, end: mention.end, text: text.slice(mention.start, mention.end) },
      }
    );
  });

  function introduce(mention: MentionDraft): Entity {
    if (mention.personal) return register.person(mention);
    const words = phraseWords(reading, mention);
    const head = words[0] ?? '';
    const short = register.aliased(words);
    if (short) return short;
    const known = register
      .headed(head)
      .find((entity) => entity.names.length === 0 && entity.kind === mention.kind && sameThing(entity, mention, words));
    const entity = known ?? register.phrase(mention, words);
    if (known) register.widen(known, mention, words);
    for (const short of shortForms(reading, mention)) register.alias(short, entity);
    return entity;
  }

  /** Two phrases for one body or document: the words of one all among those of the other, and none of them vague. */
  function sameThing(entity: Entity, mention: MentionDraft, words: readonly string[]): boolean {
    if (words.length < 2 || !entity.heads.has(words[0] ?? '')) return false;
    if (mention.kind === 'PERSON' || mention.kind === 'GROUP')
      return entity.forms.some((form) => form.size === words.length && words.every((word) => form.has(word)));
    return entity.forms.some(
      (form) =>
        form.size > 1 && (words.every((word) => form.has(word)) || [...form].every((word) => words.includes(word))),
    );
  }

  function entityOf(draft: QuoteDraft, at: number): Entity | null {
    const { mention } = draft;
    if (draft.rule === 'answer' && draft.mention?.personal !== true)
      return (interviewee ??= findInterviewee(met, reading));
    if (mention?.pronoun) return agreeing(pronounAgreement(tokens[mention.from]), draft.sentence, at, true);
    if (mention) return resolve(mention, at);
    const before = spoken.at(-1);
    if (before?.sentence === draft.sentence && draft.cue?.sense.form !== 'verb') return before.entity;
    if (draft.subject && !draft.subject.pronoun) {
      const subject = resolve(draft.subject, at);
      if (subject && fits(subject, draft.cue?.sense.agreement ?? '')) return subject;
    }
    return (
      findNewcomer(reading, draft, met, before?.sentence ?? -1) ??
      agreeing(draft.cue?.sense.agreement ?? '', draft.sentence, at, false)
    );
  }

  function resolve(mention: MentionDraft, at: number): Entity | null {
    const alias = register.aliased(phraseWords(reading, mention, null, mention.lead));
    if (alias) return alias;
    if (mention.personal) {
      const names = nameWords(reading, mention);
      const known = register.sameName(names);
      if (known || (!mention.loose && names.length > 1)) return register.person(mention);
    }
    const words = phraseWords(reading, mention, null, mention.lead);
    const head = words[0];
    if (head === undefined) return null;
    const issuer = issuerOf(mention, at) ?? (words.length === 1 ? issuers.get(head) : undefined);
    if (issuer) {
      issuers.set(head, issuer);
      return issuer;
    }
    // «دلتا» for «شركة دلتا للاتصالات»
    if (mention.personal && words.length === 1) {
      const body = latest(
        register.headed(head),
        (entity) => entity.names.length === 0 && entity.kind !== 'PERSON' && [...(entity.forms[0] ?? [])][1] === head,
      );
      if (body && register.sameName(words) === null) return body;
    }
    const token = tokens[mention.head ?? mention.from];
    const definite = token?.article === true;
    const short = definite && words.length === 1;
    // «وأكد خطاب أن»: a surname that is also a common noun; «شدد الحربي على أن»: one that looks like an adjective.
    if (words.length === 1 && mention.to - mention.from === 1 && (!definite || register.headed(head).length === 0)) {
      const person = register.sameName(words);
      if (person?.names.at(-1) === head) return person;
    }
    // «التقريران»: two of a kind are neither of them.
    if (short && token.key.endsWith('ان') && !token.stem.endsWith('ان')) return register.phrase(mention, words);
    const other = reading.tokens
      .slice(mention.from, mention.to)
      .some((word) => /^(?:اخر|اخري|اخرون|اخرين|ثان|ثانيه|ثالث)$/u.test(word.key));
    if (other) return register.phrase(mention, words);
    if (mention.personal && !mention.loose) return register.person(mention);
    if (short && hasClass(token, WordClass.occasion | WordClass.document)) {
      const document = latest(register.headed(head), (entity) => entity.kind === 'DOCUMENT' && entity.last >= 0);
      const body = hasClass(token, WordClass.occasion) ? lastBody() : null;
      const last = document ?? spoken.findLast(({ entity }) => entity.kind === 'DOCUMENT')?.entity ?? null;
      if (body ?? last) return body ?? last;
    }
    // «النقابي نفسه»: who was last quoted.
    if (definite && sameSet.has(tokens[mention.to]?.key ?? '') && register.headed(head).length === 0) {
      const last = spoken.at(-1)?.entity;
      if (last?.kind === mention.kind) return last;
    }
    const holds = (entity: Entity): boolean =>
      entity.heads.has(head) &&
      (entity.forms.some((form) => words.every((word) => form.has(word))) ||
        // «المدرب البوسني» for «البوسني زيد سالم، مدرب المنتخب»
        (definite && entity.names.length > 0 && words.every((word) => entity.forms.some((form) => form.has(word)))));
    const isEarlierGroup = (entity: Entity): boolean =>
      entity.kind === 'GROUP' && entity.heads.has(head) && entity.last >= 0 && entity.last < at;
    const candidates = register.headed(head).filter(holds);
    if (mention.kind === 'PERSON' || mention.kind === 'GROUP') {
      if (definite || isDefiniteChain(reading, mention)) {
        const unnamed = hasClass(token, WordClass.anonymous);
        const agreement = agreementOf(reading, mention);
        const good = candidates.filter(
          (entity) =>
            (entity.kind === 'GROUP') === (mention.kind === 'GROUP') &&
            (entity.agreement === '' || agreement === '' || entity.agreement === agreement),
        );
        const source = unnamed ? latest(good, (entity) => entity.anonymous && entity.spoke >= 0) : null;
        if (source) return source;
        const speaker = latest(good, (entity) => entity.spoke >= 0 && (definite || entity.names.length > 0));
        if (speaker) return speaker;
        const before = latest(good, (entity) => entity.names.length > 0 && entity.last >= 0);
        if (before) return before;
        const sourceBefore = latest(good, (entity) => entity.last >= 0 && definite);
        if (sourceBefore) return sourceBefore;
        const later = good.filter((entity) => entity.names.length > 0);
        if (later.length === 1 && later[0] && !short) return later[0];
        if (short && unnamed) {
          const last = spoken.findLast(({ entity }) => entity.anonymous && entity.kind === mention.kind);
          if (last) return last.entity;
          // «المصدر» after a statement or an agency is that.
          const source = spoken.at(-1)?.entity;
          if (source && source.names.length === 0 && language.anySourceSet.has(token.stem)) return source;
        }
      }
      // «باحثون أميركيون» come back as «الباحثون من جامعة …».
      const group = definite && mention.kind === 'GROUP' ? latest(register.headed(head), isEarlierGroup) : null;
      if (group) {
        register.widen(group, mention, words);
        return group;
      }
      const same = candidates.find(
        (entity) =>
          entity.names.length === 0 &&
          entity.kind === mention.kind &&
          entity.forms.some((form) => form.size === words.length) &&
          !entity.forms.some((form) => form.size > words.length),
      );
      return same ?? register.phrase(mention, words);
    }
    if (short) {
      const agreed = candidates.filter((entity) => entity.kind === mention.kind || isBody(mention.kind));
      const recent = latest(agreed, (entity) => entity.last >= 0 && entity.names.length === 0);
      if (recent) return recent;
    }
    const same = latest(candidates, (entity) => entity.names.length === 0 && entity.kind === mention.kind);
    if (same && words.length > 1) return same;
    return introduce(mention);
  }

  /** The body that issued a statement or report: «تقرير صادر عن [منظمة …]», «بيان [الوزارة]». */
  function issuerOf(mention: MentionDraft, at: number): Entity | null {
    const head = mention.head ?? mention.from;
    if (mention.personal || !language.issuedSet.has(tokens[head]?.stem ?? '')) return null;
    // «نتائج نشرتها [مجلة …]»: who published it.
    if (language.publishes(tokens[mention.to]?.key ?? '')) {
      const end = reading.sentences.length > 0 ? Math.min(tokens.length, mention.to + 24) : 0;
      const publisher = readSubjectAfter(reading, mention.to + 1, end);
      return publisher ? resolve(publisher, at) : null;
    }
    for (let i = head + 1; i < mention.to; i++) {
      const token = tokens[i];
      if (hasClass(token, WordClass.preposition) && !token?.article && !/^(?:عن|من)$/u.test(token?.key ?? ''))
        return null;
      if (token && token.preposition !== '' && token.preposition !== 'ل') return null;
      const body = hasClass(
        token,
        WordClass.organization | WordClass.media | WordClass.place | WordClass.role | WordClass.group,
      );
      if (!body || hasClass(token, WordClass.modifier)) continue;
      const issuer = readSubjectAfter(reading, i, mention.to, false, 0, true);
      return issuer && !issuer.loose ? resolve(issuer, at) : null;
    }
    return null;
  }

  function latest(list: readonly Entity[], test: (entity: Entity) => boolean): Entity | null {
    let best: Entity | null = null;
    for (const entity of list) {
      if (!test(entity)) continue;
      if (!best || Math.max(entity.spoke, entity.last) > Math.max(best.spoke, best.last)) best = entity;
    }
    return best;
  }

  /** Whose statement «البيان» is: the body that spoke last, else the last that was met. */
  function lastBody(): Entity | null {
    const speaker = spoken.at(-1)?.entity;
    if (speaker && speaker.kind !== 'DOCUMENT' && speaker.kind !== 'MEDIA') return speaker;
    for (let i = passed - 1; i >= Math.max(0, passed - 8); i--) {
      const entity = met[i]?.entity;
      if (entity?.kind === 'ORGANIZATION') return entity;
    }
    return null;
  }

  /** Who goes on speaking: the last speaker that agrees with the verb, else the last person or body met. */
  function agreeing(agreement: Agreement, sentence: number, at: number, pronoun: boolean): Entity | null {
    const from = Math.max(0, spoken.length - 6);
    let vague: Entity | null = null;
    for (let i = spoken.length - 1; i >= from; i--) {
      const entity = spoken[i]?.entity;
      if (!entity || !fits(entity, agreement)) continue;
      // A feminine verb asks for somebody who is surely feminine, if there is one near.
      if (agreement !== 'f' || entity.agreement === 'f' || entity.names.length === 0) return entity;
      vague ??= entity;
    }
    const start = reading.sentences[Math.max(0, sentence - 2)]?.from ?? 0;
    let best: Entity | null = null;
    for (let i = passed - 1; i >= 0; i--) {
      const seen = met[i];
      if (!seen || seen.at < start || seen.at >= at) break;
      const agreed = agreement === '' ? seen.entity.names.length > 0 : seen.entity.agreement === agreement;
      if (agreed && (seen.entity.names.length > 0 || (!pronoun && seen.entity.kind === 'ORGANIZATION')))
        best = seen.entity;
    }
    return best ?? vague ?? spoken.at(-1)?.entity ?? null;
  }
}

function fits(entity: Entity, agreement: Agreement): boolean {
  return agreement === '' || entity.agreement === '' || entity.agreement === agreement;
}
