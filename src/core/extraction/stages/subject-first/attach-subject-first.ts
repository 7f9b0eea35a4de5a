import { type CueHit, type MentionDraft, type QuoteDraft, type Sentence } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Span } from '../../model.js';
import { type Reading } from '../../reading.js';
import { type Attaching } from '../attach/attaching.js';
import { cutContent } from '../cut-content.js';
import { hasClass } from '../has-class.js';
import { typeQuote } from '../type-quote.js';
import { attachSource } from './attach-source.js';
import { endContent } from './end-content.js';
import { findLeft } from './find-left.js';
import { findRight } from './find-right.js';
import { goOn } from './go-on.js';
import { holdsVerb } from './holds-verb.js';
import { insideMarks } from './inside-marks.js';
import { isBeside } from './is-beside.js';
import { isFinite } from './is-finite.js';
import { readReport } from './read-report.js';
import { type Report } from './report.js';
import { type RightContent } from './right-content.js';
import { subjectOfVerb } from './subject-of-verb.js';

/** Gives each cue of a sentence its content and its speaker's words, in a language that puts subjects before verbs. */
export function attachSubjectFirst(reading: Reading, sentence: Sentence, cues: readonly CueHit[]): QuoteDraft[] {
  const state: Attaching = { reading, sentence, cues, after: false, drafts: [], open: null, floor: sentence.from };
  for (const [index, cue] of cues.entries()) {
    if (cue.quoted) {
      insideMarks(state, cue);
      continue;
    }
    if (cue.from < state.floor) continue;
    closeMarked(state, cue.from);
    if (state.open && cue.from < state.open.from) continue;
    if (cue.sense.form === 'according') attachSource(state, cue, index);
    else attach(state, cue, index);
  }
  if (state.open) endContent(state, sentence.to);
  return state.drafts;
}

/** An open content in marks ends with them, so that a cue after them starts afresh. */
function closeMarked(state: Attaching, before: number): void {
  const { open, reading } = state;
  if (!open?.direct) return;
  const pair = reading.opening.get(open.from - 1);
  if (pair && pair.close !== -1 && pair.close < before) {
    const next = reading.tokens[pair.close + 1];
    if (next?.kind === 'punctuation' || pair.close + 1 >= before || next?.kind === 'mark')
      endContent(state, pair.close + 1);
  }
}

function attach(state: Attaching, hit: CueHit, index: number): void {
  const { reading } = state;
  const { tokens } = reading;
  const least = state.open ? state.open.from : state.floor;
  const first = readReport(state, hit, least);
  if (!first) return;
  // "Asked whether it would close, …": a participle at the start reports nothing.
  if (
    !first.mention &&
    !first.subject &&
    hit.sense.form === 'verb' &&
    first.from <= state.sentence.from + 1 &&
    !first.inverted &&
    hit.from === first.from
  )
    return;
  const { report, right } = chooseSense(state, first);
  const { cue } = report;
  if (state.open) {
    if (!isBeside(state, report, right)) {
      const said = report.from - 1 > state.open.from + 2 && !/^[\p{L}\p{N}]/u.test(tokens[report.to]?.key ?? '');
      const aside = report.mention && !right && said && tokens[report.from - 1]?.key === ',' && !cue.sense.weak;
      state.open.draft.links.push({ mention: report.mention, cue });
      if (aside) endContent(state, report.from);
      if (aside) state.floor = report.to;
      return;
    }
    const { from } = report;
    endContent(state, from);
  }
  const left = cue.sense.form === 'participle' ? null : findLeft(state, report);
  const resumes = right && (right.kind === 'marks' || right.kind === 'colon');
  if (left && (left.kind === 'marks' || !right) && !(right?.kind === 'that' || right?.kind === 'object')) {
    // "At least nine died, county records show.": at the end of its sentence a weak verb reports what stands before.
    const final = report.mention !== null && !report.inverted && /^[.;]?$/u.test(tokens[report.to]?.key ?? '');
    if ((cue.sense.weak || cue.sense.nominal) && left.kind !== 'marks' && !final) return;
    if (!report.mention && left.kind !== 'marks') return;
    if (left.kind === 'marks' && resumes) begin(state, report, right.from, true, 'marks-around-cue', left.span);
    else {
      const draft = startDraft(state, report, 'content-before-cue', 0.85);
      draft.contents = [left.span];
      draft.type = typeQuote(reading, draft);
      state.drafts.push(draft);
      state.floor = report.to;
      if (left.kind === 'plain') goOn(state, draft, index);
    }
    return;
  }
  if (!right) {
    // "Still, he admitted, it may take years": the report stands between two commas near the start.
    const inserted =
      tokens[report.to]?.key === ',' && tokens[report.from - 1]?.key === ',' && report.mention && !cue.sense.weak;
    if (inserted && holdsVerb(reading, report.to + 1, state.sentence.to)) {
      // "The ferries, the union said, will stop": what stands before is the subject of what follows.
      const parted = isFinite(tokens[report.to + 1]) && report.from > state.floor + 1;
      const subject = parted ? cutContent(reading, state.floor, report.from) : null;
      begin(state, report, report.to + 1, false, 'content-around-cue', subject);
    }
    return;
  }
  if (!report.mention && cue.sense.form === 'verb' && cue.sense.weak && right.kind === 'object') return;
  if (right.kind === 'clause' && !report.mention && !joined(state, report) && !someoneBefore(state, report)) return;
  const rules = {
    that: 'clause-after-complementiser',
    marks: 'marks-after-cue',
    colon: 'colon-after-cue',
    clause: 'clause-after-cue',
    object: cue.sense.act === 'deny' ? 'denied-object' : 'object-after-cue',
  } as const;
  begin(state, report, right.from, right.kind === 'marks' || right.kind === 'colon', rules[right.kind], null);
}

/** The first sense of the cue's words that finds a content to the right. */
function chooseSense(state: Attaching, report: Report): { report: Report; right: RightContent | null } {
  for (const sense of [report.cue.sense, ...(report.cue.others ?? [])]) {
    const tried = sense === report.cue.sense ? report : { ...report, cue: { ...report.cue, sense } };
    const right = findRight(state, tried);
    if (right) return { report: tried, right };
  }
  return { report, right: null };
}

/** "all but two said it was right": words that are no known phrase stand for the speakers. */
function someoneBefore(state: Attaching, report: Report): boolean {
  const before = state.reading.tokens[report.from - 1];
  return (
    report.cue.sense.takes.includes('speech') &&
    (before?.kind === 'word' || before?.kind === 'number') &&
    !hasClass(before, WordClass.preposition | WordClass.determiner | WordClass.complementiser) &&
    report.from > state.floor
  );
}

/** "rose to its feet and said it would leave": a verb without a subject of its own must have one to go back to. */
function joined(state: Attaching, report: Report): boolean {
  return report.cue.sense.form === 'participle' || subjectFor(state, report) !== null;
}

function begin(state: Attaching, report: Report, from: number, direct: boolean, rule: string, left: Span | null): void {
  if (!cutContent(state.reading, from, state.sentence.to)) return;
  const confidence = rule === 'clause-after-cue' ? 0.65 : rule.startsWith('clause') ? 0.9 : 0.8;
  state.open = { draft: startDraft(state, report, rule, confidence), from, skip: 0, direct, left };
}

function startDraft(state: Attaching, report: Report, rule: string, confidence: number): QuoteDraft {
  return {
    type: 'INDIRECT',
    contents: [],
    cue: report.cue,
    mention: report.mention,
    subject: subjectFor(state, report),
    sentence: report.cue.sentence,
    rule,
    confidence,
    stance: 'ASSERTED',
    links: [],
  };
}

function subjectFor(state: Attaching, report: Report): MentionDraft | null {
  if (report.subject) return report.subject;
  if (report.mention) return null;
  const last = state.drafts.at(-1);
  if (last?.sentence === report.cue.sentence) return last.mention ?? last.subject;
  return subjectOfVerb(state, report.from);
}
