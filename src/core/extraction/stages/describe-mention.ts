import { type MentionDraft, type Range, type Token } from '../draft.js';
import { WordClass } from '../languages/word-class.js';
import { type SpeakerKind } from '../model.js';
import { type Reading } from '../reading.js';
import { hasClass } from './has-class.js';
import { describePhrase } from './phrase/describe-phrase.js';
import { readPhrase } from './phrase/read-phrase.js';

/** Tells the personal name inside a noun phrase from titles and offices, its kind, and whether the source is unnamed. */
export function describeMention(reading: Reading, range: Range, lead = 0): MentionDraft {
  const { tokens, language, text } = reading;
  if (language.article !== '') {
    const phrase = readPhrase(reading, range.from, range.to);
    const whole = { head: range.from, name: null, loose: false, definite: false, ...phrase, ...range };
    return describePhrase(reading, whole, lead);
  }
  const inside = tokens.slice(range.from, range.to);
  const head = inside.find((token) => !hasClass(token, WordClass.determiner | WordClass.modifier)) ?? inside[0];
  const pronoun = inside.length === 1 && hasClass(inside[0], WordClass.pronoun);
  const name = pronoun ? range : findCapitalName(inside, range.from);
  const personal = name !== range && !pronoun;
  const kind = kindOf(head, inside, personal);
  const anonymous = !personal && !pronoun && isUnnamed(inside, head);
  const first = tokens[range.from];
  const prefix = language.article === '' ? 0 : Math.max(lead, first?.prefix ?? 0);
  return {
    ...range,
    start: (first?.start ?? 0) + prefix,
    end: tokens[range.to - 1]?.end ?? text.length,
    kind,
    anonymous,
    name,
    personal,
    lead: first && first.prefix > 0 ? 0 : lead,
    pronoun,
  };

  /** "former trade envoy Ann Lee": the last run of capitals after offices, titles and adjectives. */
  function findCapitalName(words: readonly Token[], offset: number): Range {
    const office =
      WordClass.role |
      WordClass.group |
      WordClass.title |
      WordClass.organization |
      WordClass.media |
      WordClass.document |
      WordClass.modifier |
      WordClass.noun |
      WordClass.time;
    let best: Range | null = null;
    let open = -1;
    for (let i = 0; i <= words.length; i++) {
      const word = words[i];
      const particle =
        word !== undefined &&
        open !== -1 &&
        /^(?:de|du|la|le|van|von|der|bin|ben|al|el|d'|-|da|di|dos|st)$/u.test(word.key) &&
        words[i + 1]?.capital === true;
      const fits =
        word !== undefined &&
        ((word.capital && word.kind === 'word' && !hasClass(word, office | WordClass.determiner)) || particle);
      if (fits && open === -1) open = i;
      if (!fits && open !== -1) {
        best = { from: offset + open, to: offset + i };
        if (hasClass(word, WordClass.preposition)) break;
        open = -1;
      }
    }
    if (!best) return range;
    const institution = words.some(
      (token) => hasClass(token, WordClass.organization | WordClass.media | WordClass.document) && token.capital,
    );
    const office2 = words.some((token) => hasClass(token, WordClass.role | WordClass.title));
    const whole = best.from === range.from && best.to === range.to;
    const beforePlace = words.length > 0 && best.to < range.to;
    if (institution && !office2) return range;
    if (beforePlace && !office2 && best.from > range.from) return range;
    if (
      best.to < range.to &&
      hasClass(
        tokens[best.to],
        WordClass.role |
          WordClass.group |
          WordClass.noun |
          WordClass.document |
          WordClass.organization |
          WordClass.media,
      ) &&
      best.to - best.from < 3
    )
      return range;
    if (
      !whole &&
      best.from > range.from &&
      hasClass(tokens[best.from - 1], WordClass.preposition | WordClass.determiner) &&
      !hasClass(tokens[best.from - 1], WordClass.title)
    )
      return range;
    return best;
  }

  function kindOf(top: Token | undefined, words: readonly Token[], named: boolean): SpeakerKind {
    if (hasClass(top, WordClass.group)) return 'GROUP';
    if (named && words.some((token) => hasClass(token, WordClass.role | WordClass.title))) return 'PERSON';
    if (hasClass(top, WordClass.media)) return 'MEDIA';
    if (hasClass(top, WordClass.document | WordClass.occasion)) return 'DOCUMENT';
    if (hasClass(top, WordClass.role)) return 'PERSON';
    if (words.some((token) => hasClass(token, WordClass.organization)) || hasClass(top, WordClass.place))
      return 'ORGANIZATION';
    if (words.some((token) => hasClass(token, WordClass.group))) return 'GROUP';
    if (words.some((token) => hasClass(token, WordClass.media))) return 'MEDIA';
    return 'PERSON';
  }

  function isUnnamed(words: readonly Token[], top: Token | undefined): boolean {
    if (hasClass(top, WordClass.anonymous)) return true;
    return language.script === 'latin' && words.some((token) => hasClass(token, WordClass.anonymous));
  }
}
