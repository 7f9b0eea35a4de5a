import { type QuoteDraft, type Token } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Attaching } from '../attach/attaching.js';
import { cutContent } from '../cut-content.js';
import { hasClass } from '../has-class.js';
import { findHead } from './find-head.js';
import { holdsVerb } from './holds-verb.js';
import { readPhrase } from './read-phrase.js';

/** "The bridge, the council said, will stay shut": what follows the inserted report goes on with its content. */
export function goOn(state: Attaching, draft: QuoteDraft, index: number): void {
  const { reading, sentence, cues } = state;
  const { tokens } = reading;
  const { floor } = state;
  if (tokens[floor]?.key !== ',' || sentence.to - floor < 4) return;
  if (
    cues
      .slice(index + 1)
      .some((other) => !other.quoted && other.from >= floor && !other.sense.plural && !other.sense.infinitive)
  )
    return;
  const next = tokens[floor + 1];
  if (!next || hasClass(next, WordClass.relative) || isGerund(next)) return;
  // An apposition to the speaker ("the mayor said, a veteran of the party") has no verb of its own.
  if (hasClass(next, WordClass.determiner | WordClass.role) && !holdsVerb(reading, floor + 2, sentence.to)) return;
  const beside = hasClass(next, WordClass.determiner) ? readPhrase(reading, floor + 1, sentence.to) : null;
  const after = tokens[beside?.to ?? 0];
  const office = beside && !beside.personal && hasClass(tokens[findHead(reading, beside)], WordClass.role);
  if (office && (after?.key === ',' || hasClass(after, WordClass.relative | WordClass.preposition))) return;
  // "…, according to Ann Lee, a geologist at the port who …": what a name is followed by says who it is.
  const { order } = reading.language;
  if (draft.mention?.personal && order.singulars.has(next.key) && hasClass(next, WordClass.determiner)) return;
  const rest = cutContent(reading, floor + 1, sentence.to);
  if (!rest) return;
  draft.contents.push(rest);
  state.floor = sentence.to;
}

/** ", speaking in Rome": what the speaker was doing is not what was said. */
function isGerund(token: Token): boolean {
  return /^[a-z]{3,}(?:ing|ant)$/u.test(token.key) && !token.capital;
}
