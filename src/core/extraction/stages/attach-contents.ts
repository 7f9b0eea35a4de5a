import { type CueHit, type QuoteDraft, type Sentence } from '../draft.js';
import { WordClass } from '../languages/word-class.js';
import { type Reading } from '../reading.js';
import { attachAccording } from './attach/attach-according.js';
import { attachReport } from './attach/attach-report.js';
import { type Attaching } from './attach/attaching.js';
import { finishQuote } from './attach/finish-quote.js';
import { isSibling } from './attach/is-sibling.js';
import { hasClass } from './has-class.js';

/** Gives each cue of a sentence its content and its speaker's words, from left to right. */
export function attachContents(reading: Reading, sentence: Sentence, cues: readonly CueHit[]): QuoteDraft[] {
  const { tokens, language } = reading;
  const after = language.subject === 'after';
  const state: Attaching = { reading, sentence, cues, after, drafts: [], open: null, floor: sentence.from };
  for (let index = 0; index < cues.length; index++) {
    const cue = cues[index];
    if (!cue || cue.quoted) continue;
    // «…، مما يشير إلى أن …»: nobody speaks, the fact itself points to something.
    if (
      after &&
      cue.sense.act !== 'describe' &&
      hasClass(tokens[cue.from - 1], WordClass.relative) &&
      !tokens[cue.from - 1]?.key.startsWith(language.article)
    )
      continue;
    const rival = cues
      .slice(index + 1)
      .find(
        (other) =>
          !other.quoted &&
          after &&
          (tokens[other.from]?.conjunction ?? 0) > 0 &&
          other.sense.form === 'verb' &&
          !other.sense.weak,
      );
    const limit = rival ? rival.from : sentence.to;
    if (cue.from < state.floor) continue;
    if (state.open && cue.from < state.open.from) {
      state.open.draft.links.push({ mention: null, cue });
      continue;
    }
    if (cue.sense.form === 'according') {
      attachAccording(state, cue, cues[index + 1], index);
      continue;
    }
    if (state.open && !isSibling(state, cue, state.open.from)) {
      state.open.draft.links.push({ mention: null, cue });
      continue;
    }
    attachReport(state, cue, limit, index);
  }
  if (state.open) finishQuote(state, state.open, sentence.to);
  return state.drafts;
}
