import { type MentionDraft } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';
import { agreementOf } from './agreement-of.js';
import { type Entity } from './entity.js';
import { findHead } from './find-head.js';
import { isAcronym } from './mention-traits.js';
import { isNearly } from './is-nearly.js';

const SMALL = WordClass.determiner | WordClass.preposition | WordClass.conjunction;
const HUMAN = WordClass.role | WordClass.title;
const LONGEST = 90;
const MOST_SURNAMES = 200;

/** Everybody and everything that an article lets speak or names, findable by each word of name, office or phrase. */
export class Register {
  readonly entities: Entity[] = [];
  private readonly byWord = new Map<string, Entity[]>();
  private readonly byInitials = new Map<string, Entity>();
  private readonly surnames: { word: string; entity: Entity }[] = [];

  constructor(private readonly reading: Reading) {}

  with(word: string): readonly Entity[] {
    return this.byWord.get(word) ?? [];
  }

  /** Whom the capitals of an acronym stand for. */
  spelled(mention: MentionDraft): Entity | undefined {
    const words = this.wordsOf(mention);
    if (words.length !== 1 || !isAcronym(this.reading, this.reading.tokens[mention.to - 1])) return undefined;
    return this.byInitials.get(words[0] ?? '');
  }

  /** «Front du Nord (FDN)»: the letters in brackets stand for the phrase before them. */
  alias(letters: string, entity: Entity): void {
    this.byInitials.set(letters, entity);
  }

  /** Enters a proper name, or adds to whom a shorter or longer form of it already stands for. */
  named(mention: MentionDraft): Entity {
    const names = this.namesOf(mention);
    const known =
      this.sameName(mention, names) ??
      (names.length === 1 ? this.byInitials.get(names[0] ?? '') : undefined) ??
      this.misspelled(names);
    const entity = known ?? this.add(mention, this.textOf(mention.name.from, mention.name.to), names);
    if (known && known.names.length > 0 && names.length > known.names.length && names.length < 6) {
      known.names = names;
      known.name = this.textOf(mention.name.from, mention.name.to);
    }
    entity.count++;
    if (this.showsPerson(mention)) entity.human = true;
    this.describe(entity, mention, mention.name);
    this.index(names, entity);
    const surname = names.at(-1);
    if (!known && surname && this.surnames.length < MOST_SURNAMES) this.surnames.push({ word: surname, entity });
    if (names.length > 2) this.initial(entity);
    return entity;
  }

  /** Enters a phrase without a name. */
  phrase(mention: MentionDraft): Entity {
    const entity = this.add(mention, this.phraseText(mention), []);
    entity.count++;
    this.describe(entity, mention, null);
    this.initial(entity);
    return entity;
  }

  /** A fuller form of a phrase gives it its name. */
  widen(entity: Entity, mention: MentionDraft): void {
    const text = this.phraseText(mention);
    entity.count++;
    if (entity.names.length === 0 && text.length > entity.name.length && text.length < LONGEST) entity.name = text;
    this.describe(entity, mention, null);
    this.initial(entity);
  }

  /** Adds the words of an office to whoever holds it. */
  describe(entity: Entity, mention: MentionDraft, leaveOut: { from: number; to: number } | null): void {
    const words = this.wordsOf(mention, leaveOut);
    for (const word of words) entity.words.add(word);
    this.index(words, entity);
    const at = findHead(this.reading, mention);
    const head = this.reading.tokens[at];
    if (head && !(leaveOut && at >= leaveOut.from && at < leaveOut.to)) {
      entity.heads.add(head.stem);
      if (entity.names.length > 0 && hasClass(head, WordClass.role)) entity.human = true;
    }
    const agreement = agreementOf(this.reading, mention);
    if (entity.agreement === '' || (mention.personal && agreement !== '' && agreement !== 'p'))
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

  /**
   * Whose name this is. A full name is the same person's where the surname agrees and nothing else differs; a surname alone
   * is that of whoever the article names most, a first name alone that of a person, a first word alone that of a body.
   */
  private sameName(mention: MentionDraft, names: readonly string[]): Entity | null {
    const last = names.at(-1);
    if (last === undefined) return null;
    const shown = agreementOf(this.reading, mention);
    let best: Entity | null = null;
    let rank = 0;
    for (const entity of this.with(last)) {
      const grade = entity.names.length === 0 ? 0 : this.grade(entity, names, last);
      if (grade === 0 || (shown !== '' && entity.agreement !== '' && shown !== entity.agreement)) continue;
      const better = best === null || grade > rank || (grade === rank && entity.count > best.count);
      if (!better) continue;
      best = entity;
      rank = grade;
    }
    return best;
  }

  /** 3 where names agree in full, 2 by surname, 1 by first word; 0 where they differ. */
  private grade(entity: Entity, names: readonly string[], last: string): number {
    const own = entity.names;
    if (own.length === names.length) return own.every((word, i) => word === names[i]) ? 3 : 0;
    const [long, short] = own.length > names.length ? [own, names] : [names, own];
    if (own.at(-1) === last) {
      if (short.length === 1) return 2;
      return short[0] === long[0] || short.every((word) => long.includes(word)) ? 2 : 0;
    }
    if (short.length > 1) return short.every((word, i) => word === long[i]) && !entity.human ? 1 : 0;
    if (long[0] !== short[0] || names.length > 1) return 0;
    const given = this.reading.language.order.female.has(last) || this.reading.language.order.male.has(last);
    return given || !entity.human ? 1 : 0;
  }

  /** A surname with one letter wrong is the same one. */
  private misspelled(names: readonly string[]): Entity | undefined {
    const last = names.at(-1) ?? '';
    if (last.length < 6) return undefined;
    return this.surnames.find(
      ({ word, entity }) =>
        word.length >= 6 &&
        isNearly(word, last) &&
        (names.length === 1 || entity.names.length === 1 || entity.names[0] === names[0]),
    )?.entity;
  }

  private showsPerson(mention: MentionDraft): boolean {
    const { tokens, language } = this.reading;
    for (let i = mention.from; i < mention.name.from; i++) if (hasClass(tokens[i], HUMAN)) return true;
    const first = tokens[mention.name.from]?.key ?? '';
    if (mention.kind !== 'PERSON') return false;
    return (
      mention.name.to - mention.name.from > 1 && (language.order.female.has(first) || language.order.male.has(first))
    );
  }

  private add(mention: MentionDraft, name: string, names: readonly string[]): Entity {
    const entity: Entity = {
      name,
      names,
      words: new Set(),
      heads: new Set(),
      kind: mention.kind,
      human: false,
      anonymous: mention.anonymous,
      agreement: '',
      count: 0,
      last: -1,
      led: -1,
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
    if (entity.kind === 'PERSON' || entity.kind === 'GROUP') return;
    const letters = entity.name
      .split(/[\s-]+/u)
      .map((word) => word.replace(/^[ld]['’]/iu, ''))
      .filter((word) => /^\p{Lu}/u.test(word))
      .map((word) => word[0]?.toLowerCase())
      .join('');
    if (letters.length > 2 && !this.byInitials.has(letters)) this.byInitials.set(letters, entity);
  }

  private phraseText(mention: MentionDraft): string {
    const { tokens, language } = this.reading;
    let { from } = mention;
    while (
      from + 1 < mention.to &&
      hasClass(tokens[from], WordClass.determiner) &&
      !language.order.numerals.has(tokens[from]?.key ?? '') &&
      !language.order.genitives.has(tokens[from + 1]?.key ?? '')
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
