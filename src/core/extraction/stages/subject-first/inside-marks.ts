import { type CueHit } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Attaching } from '../attach/attaching.js';
import { cutContent } from '../cut-content.js';
import { hasClass } from '../has-class.js';
import { readReport } from './read-report.js';

/** «A, explique-t-il. B»: a report inside the marks parts what is said into two spans of one quote. */
export function insideMarks(state: Attaching, cue: CueHit): void {
  const { reading, sentence } = state;
  const { tokens, language, pairOf, pairs } = reading;
  if (!language.order.innerReports || cue.sense.form !== 'verb' || cue.from < state.floor) return;
  const pair = pairs[pairOf[cue.from] ?? -1];
  if (!pair || pair.close === -1 || pair.open < state.floor) return;
  for (let i = state.floor; i < pair.open; i++)
    if (tokens[i]?.kind === 'word' && !state.open) {
      if (!hasClass(tokens[i], WordClass.contrast | WordClass.adverb)) return;
    }
  if (state.open) return;
  const report = readReport(state, cue, pair.open + 1);
  if (!report?.inverted || !report.mention) return;
  if (tokens[report.from - 1]?.key !== ',') return;
  if (!/^[,.!?»”"]$/u.test(tokens[report.to]?.key ?? '')) return;
  const first = cutContent(reading, pair.open + 1, report.from);
  const second = cutContent(reading, report.to, pair.close);
  if (!first) return;
  state.drafts.push({
    type: 'DIRECT',
    contents: second ? [first, second] : [first],
    cue: { ...cue, quoted: false },
    mention: report.mention,
    subject: null,
    sentence: cue.sentence,
    rule: 'report-inside-marks',
    confidence: 0.85,
    stance: 'ASSERTED',
    links: [],
  });
  state.floor = Math.min(sentence.to, pair.close + 1);
}
