import { type MentionDraft } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';
import { isGivenName } from '../phrase/is-given-name.js';
import { readSubjectAfter } from '../phrase/read-subject-after.js';

const HEADS =
  WordClass.role | WordClass.title | WordClass.organization | WordClass.media | WordClass.document | WordClass.group;

/** Reads every phrase of an article that introduces a person, a body, a document or a source, in text order. */
export function collectIntroductions(reading: Reading): MentionDraft[] {
  const { tokens, sentences } = reading;
  const found: MentionDraft[] = [];
  for (const sentence of sentences) {
    const kind = reading.blocks[sentence.block]?.kind;
    if (kind === 'byline' || kind === 'credit') continue;
    for (let i = sentence.from; i < sentence.to; i++) {
      const token = tokens[i];
      if (token?.kind !== 'word') continue;
      const given = isGivenName(reading, token) || isMother(reading, i);
      if (!given && !hasClass(token, HEADS)) continue;
      if (hasClass(token, WordClass.verb) && !hasClass(tokens[i + 1], WordClass.modifier) && !tokens[i + 1]?.article)
        continue;
      const mention = readSubjectAfter(reading, i, sentence.to, false, 0, true);
      if (!mention) continue;
      if (mention.personal && !mention.loose) {
        const single = mention.name.to - mention.name.from < 2;
        const before = tokens[mention.name.from - 1];
        const sure =
          mention.name.from > mention.from &&
          before?.article === true &&
          hasClass(before, WordClass.title | WordClass.modifier | WordClass.role);
        if (single && !sure) continue;
        found.push(mention);
        i = mention.to - 1;
      } else if (!mention.personal && mention.to - mention.from > 1) found.push(withoutLinks(reading, mention));
    }
  }
  return found;
}

/** «أم جورج»: a woman by the name of her child. */
function isMother(reading: Reading, at: number): boolean {
  const { tokens, language } = reading;
  const next = tokens[at + 1];
  return (
    tokens[at]?.key === 'ام' &&
    language.nameParticleSet.has('ام') &&
    next !== undefined &&
    (isGivenName(reading, next) || next.article)
  );
}

/** A body's own words: «منظمة الصحة» of «حذرت منظمة الصحة من …», for what follows a preposition may belong to the verb. */
function withoutLinks(reading: Reading, mention: MentionDraft): MentionDraft {
  const { tokens } = reading;
  if (mention.kind !== 'ORGANIZATION' && mention.kind !== 'MEDIA') return mention;
  for (let i = mention.from + 1; i < mention.to; i++) {
    const token = tokens[i];
    if (
      !token ||
      (token.preposition === '' && (token.article || !hasClass(token, WordClass.preposition))) ||
      token.preposition === 'ل'
    )
      continue;
    return i - mention.from > 1
      ? { ...mention, to: i, end: tokens[i - 1]?.end ?? mention.end, name: { from: mention.from, to: i } }
      : mention;
  }
  return mention;
}
