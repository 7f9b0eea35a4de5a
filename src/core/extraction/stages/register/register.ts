import { type MentionDraft } from '../../draft.js';
import { type Reading } from '../../reading.js';
import { agreementOf } from './agreement-of.js';
import { type Entity } from './entity.js';
import { nameWords, phraseWords } from './phrase-words.js';

const MOST = 60;

/** Who an article has introduced, findable by any word of name, office or phrase. */
export class Register {
  readonly entities: Entity[] = [];
  private readonly byName = new Map<string, Entity[]>();
  private readonly byHead = new Map<string, Entity[]>();

  constructor(private readonly reading: Reading) {}

  /** Short forms that the article gives in brackets: «حركة المقاومة الإسلامية (حماس)». */
  private readonly aliases = new Map<string, Entity>();

  alias(words: readonly string[], entity: Entity): void {
    const key = words.join(' ');
    if (!this.aliases.has(key)) this.aliases.set(key, entity);
  }

  aliased(words: readonly string[]): Entity | null {
    return this.aliases.get(words.join(' ')) ?? null;
  }

  named(word: string): readonly Entity[] {
    return this.byName.get(word) ?? [];
  }

  headed(word: string): readonly Entity[] {
    return this.byHead.get(word) ?? [];
  }

  /** Enters a person under a name, or adds the name and office to the person known by a shorter or longer form of it. */
  person(mention: MentionDraft): Entity {
    const names = nameWords(this.reading, mention);
    const office = phraseWords(this.reading, mention, mention.name, mention.lead);
    const known = this.sameName(names);
    const entity = known ?? this.add(mention, names);
    if (names.length > entity.names.length) {
      entity.names = names;
      entity.name = this.textOf(mention.name.from, mention.name.to, mention.lead);
      this.index(this.byName, names, entity);
    }
    this.form(entity, office);
    if (mention.aside) this.form(entity, phraseWords(this.reading, mention.aside));
    if (entity.agreement === '') entity.agreement = agreementOf(this.reading, mention);
    return entity;
  }

  /** Enters a phrase without a name: a body, a document, a medium, a source. */
  phrase(mention: MentionDraft, words = phraseWords(this.reading, mention, null, mention.lead)): Entity {
    const entity = this.add(mention, []);
    this.form(entity, words);
    entity.agreement = agreementOf(this.reading, mention);
    return entity;
  }

  /** A further, fuller form of a phrase: the longer one gives the name. */
  widen(entity: Entity, mention: MentionDraft, words: readonly string[]): void {
    const longest = Math.max(...entity.forms.map((form) => form.size));
    if (words.length > longest && words.length < 9 && entity.names.length === 0)
      entity.name = this.textOf(mention.from, mention.to, mention.lead);
    this.form(entity, words);
  }

  /** The person whose name holds these words in order, or is held by them; the fullest where several do. */
  sameName(names: readonly string[]): Entity | null {
    const [first] = names;
    const last = names.at(-1);
    if (first === undefined || last === undefined) return null;
    let best: Entity | null = null;
    for (const word of first === last ? [last] : [last, first])
      for (const entity of this.named(word)) {
        const fits = within(entity.names, names) || (within(names, entity.names) && entity.names.length > 1);
        const single = names.length === 1 && entity.names.length > 1;
        if (!fits && !(single && entity.names.at(-1) === last)) continue;
        if (!best || entity.last > best.last) best = entity;
      }
    return best;
  }

  private form(entity: Entity, words: readonly string[]): void {
    const [head] = words;
    if (head === undefined || entity.forms.length > 12) return;
    if (entity.forms.some((form) => form.size === words.length && words.every((word) => form.has(word)))) return;
    entity.forms.push(new Set(words));
    entity.heads.add(head);
    this.index(this.byHead, words, entity);
  }

  private add(mention: MentionDraft, names: readonly string[]): Entity {
    const entity: Entity = {
      name: mention.personal
        ? this.textOf(mention.name.from, mention.name.to, mention.lead)
        : this.textOf(mention.from, mention.to, mention.lead),
      names,
      forms: [],
      heads: new Set(),
      kind: mention.kind,
      anonymous: mention.anonymous,
      agreement: '',
      first: mention.from,
      last: mention.from,
      spoke: -1,
    };
    this.entities.push(entity);
    this.index(this.byName, names, entity);
    return entity;
  }

  private index(map: Map<string, Entity[]>, words: readonly string[], entity: Entity): void {
    for (const word of words) {
      const list = map.get(word);
      if (!list) map.set(word, [entity]);
      else if (!list.includes(entity)) {
        if (list.length >= MOST) list.shift();
        list.push(entity);
      }
    }
  }

  private textOf(from: number, to: number, lead: number): string {
    const { tokens, text, language } = this.reading;
    const first = tokens[from];
    const start = (first?.start ?? 0) + Math.max(first?.prefix ?? 0, lead);
    // «للوزارة» has lost the alef of its article.
    const alef = first?.preposition === 'ل' && first.article ? language.article.slice(0, 1) : '';
    const words = text.slice(start, tokens[to - 1]?.end ?? start);
    return `${alef}${words}`.replace(/\s+/gu, ' ').replace(/ ?[،,] ?/gu, ' ');
  }
}

/** Whether the words of `short` stand in `long` in order and side by side. */
export function within(long: readonly string[], short: readonly string[]): boolean {
  if (short.length === 0 || short.length > long.length) return false;
  for (let i = 0; i + short.length <= long.length; i++) if (short.every((word, j) => long[i + j] === word)) return true;
  return false;
}
