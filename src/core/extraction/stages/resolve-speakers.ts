import { type MentionDraft, type QuoteDraft, type Token } from '../draft.js';
import { WordClass } from '../languages/word-class.js';
import { type Speaker, type SpeakerKind } from '../model.js';
import { type Reading } from '../reading.js';
import { hasClass } from './has-class.js';
import { resolveCast } from './subject-first/resolve-cast.js';
import { resolveInRegister } from './register/resolve-in-register.js';

/** Somebody the article names, with every word by which it has done so. */
interface Entity {
  name: string;
  /** Stems of the personal name, or of the whole phrase. */
  names: string[];
  /** Stems of name, title and office. */
  words: Set<string>;
  head: string;
  kind: SpeakerKind;
  anonymous: boolean;
  personal: boolean;
  definite: boolean;
  agreement: '' | 'm' | 'f' | 'p';
}

/**
 * Gives each quote its speaker under the fullest name in the article: short names, bare offices, pronouns and verbs
 * without a subject are led back to whom they stand for. An unnamed source stays unnamed.
 */
export function resolveSpeakers(
  reading: Reading,
  drafts: readonly QuoteDraft[],
  named: readonly MentionDraft[],
): (Speaker | null)[] {
  const { tokens, text, language } = reading;
  if (language.subject === 'before') return resolveCast(reading, drafts);
  if (language.article !== '') return resolveInRegister(reading, drafts);
  const entities: Entity[] = [];
  const byWord = new Map<string, Entity[]>();
  /** Bodies by the initials of their names: "IMF" for the International Monetary Fund. */
  const byInitials = new Map<string, Entity>();
  const withheld = new Map<number, boolean>();

  for (const mention of named) enter(mention, -1);
  for (const draft of drafts) {
    const mention = draft.mention ?? draft.subject;
    if (mention && !mention.pronoun) enter(mention, draft.sentence);
  }

  const recent: Entity[] = [];
  return drafts.map((draft) => {
    const entity = entityOf(draft);
    if (!entity) return null;
    if (draft.cue?.sense.agreement && draft.mention && entity.agreement === '')
      entity.agreement = draft.cue.sense.agreement;
    recent.push(entity);
    const { mention } = draft;
    return {
      name: entity.name,
      kind: entity.kind,
      anonymous: entity.anonymous,
      mention: mention && { start: mention.start, end: mention.end, text: text.slice(mention.start, mention.end) },
    };
  });

  function entityOf(draft: QuoteDraft): Entity | null {
    const mention = draft.mention?.pronoun && draft.subject ? draft.subject : (draft.mention ?? draft.subject);
    if (!mention || mention.pronoun) return lastFitting(agreementOf(draft));
    const own = stemsOf(mention);
    const found = find(mention, own);
    return found;
  }

  function agreementOf(draft: QuoteDraft): Entity['agreement'] {
    if (draft.mention?.pronoun) {
      const key = tokens[draft.mention.from]?.key ?? '';
      if (/^(?:she|elle|هي)$/u.test(key)) return 'f';
      if (/^(?:they|ils|elles|هم|we)$/u.test(key)) return 'p';
      return key === 'it' ? '' : 'm';
    }
    return draft.cue?.sense.agreement ?? '';
  }

  function lastFitting(agreement: Entity['agreement']): Entity | null {
    const last = recent.at(-1);
    if (!last) return null;
    if (agreement === '') return last;
    const from = Math.max(0, recent.length - 6);
    for (let i = recent.length - 1; i >= from; i--) {
      const entity = recent[i];
      if (entity && (entity.agreement === agreement || (entity.agreement === '' && i === recent.length - 1)))
        return entity;
    }
    return last;
  }

  function stemsOf(mention: MentionDraft): string[] {
    const words: string[] = [];
    for (let i = mention.from; i < mention.to; i++) {
      const token = tokens[i];
      if (token && token.kind === 'word' && !hasClass(token, WordClass.determiner))
        words.push(i === mention.from ? stemOf(token).slice(mention.lead) : stemOf(token));
    }
    return words;
  }

  function stemOf(token: Token): string {
    const { stem } = token;
    // «مالي» and «مالية», «دراسة» and «الدراسة» are one word here.
    return language.script === 'arabic' && stem.length > 4 && stem.endsWith('ه') ? stem.slice(0, -1) : stem;
  }

  function enter(mention: MentionDraft, sentence: number): void {
    const words = stemsOf(mention);
    if (words.length === 0) return;
    const names = mention.personal ? namesOf(mention) : words;
    let start =
      mention.personal && mention.name.from > mention.from
        ? (tokens[mention.name.from]?.start ?? mention.start)
        : mention.start;
    const end = mention.personal ? (tokens[mention.name.to - 1]?.end ?? mention.end) : mention.end;
    for (
      let i = mention.from;
      !mention.personal && i < mention.to && hasClass(tokens[i], WordClass.determiner) && language.script === 'latin';
      i++
    ) {
      start = tokens[i + 1]?.start ?? start;
    }
    const anonymous =
      mention.anonymous || (sentence >= 0 && !mention.personal && mention.kind === 'PERSON' && isWithheld(sentence));
    const name = text
      .slice(start, end)
      .replace(/\s+/gu, ' ')
      .replace(/[،,]\s/gu, ' ');
    const entity: Entity = {
      name,
      names,
      words: new Set(words),
      head: words[0] ?? '',
      kind: mention.kind,
      anonymous,
      personal: mention.personal,
      definite: tokens[mention.from]?.article === true || /^(?:the|les)$/u.test(tokens[mention.from]?.key ?? ''),
      agreement: '',
    };
    const same =
      byInitials.get(entity.names.join('')) ??
      (entity.personal ? names : [entity.head])
        .flatMap((word) => byWord.get(word) ?? [])
        .find((other) => merges(other, entity));
    if (names.length > 2 && language.script === 'latin') byInitials.set(initials(name), same ?? entity);
    if (!same) {
      entities.push(entity);
      for (const word of entity.words) byWord.set(word, [...(byWord.get(word) ?? []), entity]);
      return;
    }
    if (names.length > same.names.length || (names.length === same.names.length && name.length > same.name.length)) {
      same.name = entity.name;
      same.names = entity.names;
    }
    if (anonymous) same.anonymous = true;
    if (same.kind === 'PERSON' && entity.kind !== 'PERSON' && entity.words.size > 1) same.kind = entity.kind;
    for (const word of entity.words) {
      if (!same.words.has(word)) byWord.set(word, [...(byWord.get(word) ?? []), same]);
      same.words.add(word);
    }
  }

  /** The same name shorter or longer; for a phrase the same head, and the words of one all found in the other. */
  function merges(a: Entity, b: Entity): boolean {
    if (a.personal && b.personal) return within(a.names, b.names) || within(b.names, a.names);
    if (a.personal !== b.personal) return false;
    if (a.head !== b.head) return false;
    // «باحثون أمريكيون» come back as «الباحثون من …».
    if (a.kind === 'GROUP' && b.kind === 'GROUP' && b.definite && !a.definite) return true;
    const [few, many] = a.words.size <= b.words.size ? [a.words, b.words] : [b.words, a.words];
    if (few.size === 1 && a.kind === 'PERSON' && many.size > 1 && !a.anonymous && !b.anonymous) return false;
    return [...few].every((word) => many.has(word));
  }

  function find(mention: MentionDraft, own: readonly string[]): Entity | null {
    const candidates = byWord.get(own[0] ?? '') ?? [];
    const head = own[0] ?? '';
    const spelled = byInitials.get(own.join(''));
    if (spelled) return spelled;
    if (mention.personal) {
      const names = namesOf(mention);
      const match = (byWord.get(names.at(-1) ?? '') ?? []).filter(
        (entity) => within(entity.names, names) || within(names, entity.names),
      );
      const best = match.sort((a, b) => b.names.length - a.names.length)[0];
      if (best) return best;
    }
    if (mention.personal) return candidates.find((entity) => entity.personal) ?? null;
    // A bare office stands for who last spoke under it: «الوزير» after «وزير النقل زيد سالم».
    for (let i = recent.length - 1; i >= Math.max(0, recent.length - 12); i--) {
      const entity = recent[i];
      if (entity && own.every((word) => entity.words.has(word))) return entity;
    }
    const token =
      tokens[
        mention.from + (language.script === 'latin' && hasClass(tokens[mention.from], WordClass.determiner) ? 1 : 0)
      ];
    const definite = token?.article === true || hasClass(tokens[mention.from], WordClass.determiner);
    if (definite && own.length === 1) {
      const wanted = hasClass(token, WordClass.media)
        ? 'MEDIA'
        : hasClass(token, WordClass.occasion)
          ? 'ORGANIZATION'
          : hasClass(token, WordClass.document)
            ? 'DOCUMENT'
            : null;
      const last = wanted && recent.findLast((entity) => entity.kind === wanted);
      if (last) return last;
      // "the official", «المصدر» go on with the unnamed source before.
      const unnamed = hasClass(token, WordClass.anonymous) ? recent.findLast((entity) => entity.anonymous) : undefined;
      if (unnamed) return unnamed;
      if (hasClass(token, WordClass.role)) {
        const titled =
          recent.findLast((entity) => entity.words.has(head)) ?? candidates.find((entity) => entity.personal);
        if (titled) return titled;
      }
    }
    const exact = candidates.filter(
      (entity) => own.every((word) => entity.words.has(word)) && (entity.head === head || entity.personal),
    );
    return exact.find((entity) => !entity.personal) ?? exact[0] ?? null;
  }

  function namesOf(mention: MentionDraft): string[] {
    const names = stemsIn(mention.name.from, mention.name.to);
    if (mention.name.from === mention.from && names[0]) names[0] = names[0].slice(mention.lead);
    return names;
  }

  function initials(name: string): string {
    return name
      .split(/[\s-]+/u)
      .filter((word) => /^\p{Lu}/u.test(word))
      .map((word) => word[0]?.toLowerCase())
      .join('');
  }

  function stemsIn(from: number, to: number): string[] {
    const stems: string[] = [];
    for (let i = from; i < to; i++) {
      const token = tokens[i];
      if (token?.kind === 'word' && token.key !== "'s") stems.push(stemOf(token));
    }
    return stems;
  }

  function isWithheld(sentence: number): boolean {
    const known = withheld.get(sentence);
    if (known !== undefined) return known;
    const { from, to } = reading.sentences[sentence] ?? { from: 0, to: 0 };
    let found = false;
    for (let i = from; i < to; i++)
      if (language.withheldSet.has(tokens[i]?.stem ?? '') || language.withheldSet.has(tokens[i]?.key ?? ''))
        found = true;
    withheld.set(sentence, found);
    return found;
  }
}

function within(long: readonly string[], short: readonly string[]): boolean {
  if (short.length === 0 || short.length > long.length) return false;
  for (let i = 0; i + short.length <= long.length; i++) {
    if (short.every((word, j) => long[i + j] === word)) return true;
  }
  return false;
}
