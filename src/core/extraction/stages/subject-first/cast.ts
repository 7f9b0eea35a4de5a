import { type MentionDraft } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';
import { agreementOf } from './agreement-of.js';
import { type Entity } from './entity.js';
import { findHead } from './find-head.js';

const SMALL = WordClass.determiner | WordClass.preposition | WordClass.conjunction;

/** Everybody and everything that an article lets speak or names, findable by each word of name, office or phrase. */
export class Cast {
  readonly entities: Entity[] = [];
  private readonly byWord = new Map<string, Entity[]>();
  private readonly byInitials = new Map<string, Entity>();

  constructor(private readonly reading: Reading) {}

  with(word: string): readonly Entity[] {
    return this.byWord.get(word) ?? [];
  }

  spelled(word: string): Entity | undefined {
    return this.byInitials.get(word);
  }

  /** «Front du Nord (FDN)»: the letters in brackets stand for the phrase before them. */
  alias(letters: string, entity: Entity): void {
    this.byInitials.set(letters, entity);
  }

  /** Enters a name, or adds to whom a shorter or longer form of it already stands for. */
  person(mention: MentionDraft): Entity {
    const names = this.namesOf(mention);
    const known = this.sameName(names) ?? (names.length === 1 ? this.byInitials.get(names[0] ?? '') : undefined);
    const entity = known ?? this.add(mention, this.textOf(mention.name.from, mention.name.to), names);
    if (known && known.names.length > 0 && names.length > known.names.length) {
      known.names = names;
      known.name = this.textOf(mention.name.from, mention.name.to);
    }
    this.describe(entity, mention, mention.name);
    this.index(names, entity);
    if (names.length > 2) this.initial(entity);
    return entity;
  }

  /** Enters a phrase without a name. */
  phrase(mention: MentionDraft): Entity {
    const entity = this.add(mention, this.phraseText(mention), []);
    this.describe(entity, mention, null);
    this.initial(entity);
    return entity;
  }

  /** A fuller form of a phrase gives it its name. */
  widen(entity: Entity, mention: MentionDraft): void {
    const text = this.phraseText(mention);
    if (entity.names.length === 0 && text.length > entity.name.length && text.length < 90) entity.name = text;
    this.describe(entity, mention, null);
    this.initial(entity);
  }

  /** Adds the words of an office to whoever holds it. */
  describe(entity: Entity, mention: MentionDraft, leaveOut: { from: number; to: number } | null): void {
    const words = this.wordsOf(mention, leaveOut);
    for (const word of words) entity.words.add(word);
    this.index(words, entity);
    const head = this.reading.tokens[findHead(this.reading, mention)];
    if (head && !(leaveOut && head === this.reading.tokens[leaveOut.from])) entity.heads.add(head.stem);
    const agreement = agreementOf(this.reading, mention);
    if (entity.agreement === '' || (mention.personal && agreement !== ''))
      entity.agreement = agreement || entity.agreement;
  }

  wordsOf(mention: { from: number; to: number }, leaveOut: { from: number; to: number } | null = null): string[] {
    const words: string[] = [];
    for (let i = mention.from; i < mention.to; i++) {
      const token = this.reading.tokens[i];
      if (leaveOut && i >= leaveOut.from && i < leaveOut.to) continue;
      if (token?.kind === 'number') words.push(token.key);
      if (token?.kind !== 'word' || token.key === "'s") continue;
      if (hasClass(token, SMALL) && !hasClass(token, WordClass.role | WordClass.modifier)) continue;
      words.push(token.stem);
    }
    return words;
  }

  namesOf(mention: MentionDraft): string[] {
    const names: string[] = [];
    for (let i = mention.name.from; i < mention.name.to; i++) {
      const token = this.reading.tokens[i];
      if (token?.kind === 'word' && token.key !== "'s") names.push(token.stem);
    }
    return names;
  }

  /** Whose name holds these words, or is held by them; a surname alone is its latest bearer's. */
  sameName(names: readonly string[]): Entity | null {
    const last = names.at(-1);
    if (last === undefined) return null;
    let best: Entity | null = null;
    for (const entity of this.with(last)) {
      if (entity.names.length === 0) continue;
      const same = within(entity.names, names) || within(names, entity.names);
      const surname =
        names.length > 1 && entity.names.length > 1 && entity.names.at(-1) === last && entity.names[0] === names[0];
      if (!same && !surname) continue;
      if (
        !best ||
        entity.names.length > best.names.length ||
        (entity.names.length === best.names.length && entity.last > best.last)
      )
        best = entity;
    }
    return best;
  }

  private add(mention: MentionDraft, name: string, names: readonly string[]): Entity {
    const entity: Entity = {
      name,
      names,
      words: new Set(),
      heads: new Set(),
      kind: mention.kind,
      anonymous: mention.anonymous,
      agreement: '',
      last: -1,
      spoke: -1,
    };
    this.entities.push(entity);
    return entity;
  }

  private index(words: readonly string[], entity: Entity): void {
    for (const word of words) {
      const list = this.byWord.get(word);
      if (!list) this.byWord.set(word, [entity]);
      else if (!list.includes(entity) && list.length < 60) list.push(entity);
    }
  }

  private initial(entity: Entity): void {
    const words = entity.name.split(/[\s-]+/u);
    const letters = words
      .map((word) => word.replace(/^[ld]['’]/iu, ''))
      .filter((word) => /^\p{Lu}/u.test(word))
      .map((word) => word[0]?.toLowerCase())
      .join('');
    if (entity.kind === 'PERSON' || entity.kind === 'GROUP') return;
    if (letters.length > 2 && !this.byInitials.has(letters)) this.byInitials.set(letters, entity);
  }

  private phraseText(mention: MentionDraft): string {
    let { from } = mention;
    while (
      from + 1 < mention.to &&
      hasClass(this.reading.tokens[from], WordClass.determiner) &&
      !isNumeral(this.reading.tokens[from]?.key ?? '')
    )
      from++;
    return this.textOf(from, mention.to);
  }

  private textOf(from: number, to: number): string {
    const { tokens, text } = this.reading;
    return text
      .slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0)
      .replace(/\s+/gu, ' ')
      .replace(/,\s/gu, ' ');
  }
}

function isNumeral(key: string): boolean {
  return /^(?:two|three|four|five|deux|trois|quatre|cinq)$/u.test(key);
}

function within(long: readonly string[], short: readonly string[]): boolean {
  if (short.length === 0 || short.length > long.length) return false;
  for (let i = 0; i + short.length <= long.length; i++) if (short.every((word, j) => long[i + j] === word)) return true;
  return false;
}
