import { type QuoteDraft } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { hasClass } from '../has-class.js';
import { type Attaching } from './attaching.js';
import { contentSpan } from './content-span.js';

/** "The bridge, the council said, will stay shut": what follows the inserted report goes on with its content. */
export function goOn(state: Attaching, draft: QuoteDraft, index: number): void {
  const { reading, sentence, cues } = state;
  const { tokens } = reading;
  if (!/^[,،]$/u.test(tokens[state.floor]?.key ?? '') || sentence.to - state.floor < 4) return;
  if (cues.slice(index + 1).some((other) => !other.quoted && other.from >= state.floor)) return;
  if (
    hasClass(tokens[state.floor + 1], WordClass.relative | WordClass.determiner | WordClass.role) &&
    !hasClass(tokens[state.floor + 1], WordClass.verb)
  )
    return;
  const rest = contentSpan(state, state.floor + 1, sentence.to, 0);
  if (!rest) return;
  draft.contents.push(rest);
  state.floor = sentence.to;
}
