import { sliceOf } from '../../claims/slices.js';
import type { SubjectContent, SubjectKind } from '../../claims/subject.js';
import { checkSpans, overlaps } from '../../core/extraction/check-spans.js';
import type { Slice, Span } from '../../core/extraction/model.js';
import type { InputFault } from '../../core/workflow/model.js';
import type { QuoteType, SpeakerInput } from '../../generated/graphql.js';
import { lineFault } from '../../platform/text-fault.js';

const LONGEST_NAME = 500;
const LONGEST_PROPOSITION = 10_000;

/** Reads what somebody sent for one quote or claim of a text, and collects every fault on the way. */
export class MendInput {
  readonly faults: InputFault[] = [];

  constructor(private readonly text: string) {}

  fault(field: string, message: string): void {
    this.faults.push({ field, message: `The ${field} ${message}.` });
  }

  spans(field: string, spans: readonly Span[]): Slice[] {
    const fault = checkSpans(this.text, spans);
    if (fault !== null) this.fault(field, fault);
    // What is faulty is refused before it is used.
    return spans.map((span) => sliceOf(this.text, span));
  }

  span(field: string, span: Span | null | undefined): Slice | null {
    return span ? this.spans(field, [span])[0]! : null;
  }

  speaker(speaker: SpeakerInput | null | undefined): Pick<SubjectContent, 'speaker' | 'mention' | 'resolutionRefused'> {
    if (!speaker) return { speaker: null, mention: null, resolutionRefused: false };
    const { name, kind = null, anonymous } = speaker;
    const fault = lineFault(name, LONGEST_NAME);
    if (fault) this.fault('speaker.name', fault);
    return {
      speaker: { name: name.trim(), kind, anonymous: anonymous ?? false },
      mention: this.span('speaker.mention', speaker.mention),
      resolutionRefused: false,
    };
  }

  proposition(proposition: string): string {
    const fault = lineFault(proposition, LONGEST_PROPOSITION);
    if (fault) this.fault('proposition', fault);
    return proposition.trim();
  }

  /** What a quote has and a claim has not, and the other way round, must not be given for the other. */
  only(kind: SubjectKind, fields: Readonly<Record<string, unknown>>): void {
    for (const [field, value] of Object.entries(fields)) {
      if (value != null) this.fault(field, `is nothing that a ${kind === 'QUOTE' ? 'claim' : 'quote'} has`);
    }
  }

  /** The reporting expression stands beside the content, never in it. */
  apart(content: Pick<SubjectContent, 'spans' | 'cue'>): void {
    if (content.cue && overlaps(content.spans, content.cue)) this.fault('spans', 'overlap the cue');
  }
}

/** DIRECT where quotation marks stand around all of it. */
export function typeByMarks(text: string, spans: readonly Span[]): QuoteType {
  const before = text.slice(0, spans[0]?.start ?? 0);
  const after = text.slice(spans.at(-1)?.end ?? 0);
  return /["“”«»„‟‹‘]\s?$/u.test(before) && /^[.,،!?؟…]*\s?["“”«»›’]/u.test(after) ? 'DIRECT' : 'INDIRECT';
}

/** Spans in text order; those that overlap or have nothing but blanks between them are one. */
export function uniteSpans(text: string, spans: readonly Span[]): Slice[] {
  const united: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = united.at(-1);
    if (last && text.slice(last.end, Math.max(start, last.end)).trim() === '') last.end = Math.max(last.end, end);
    else united.push({ start, end });
  }
  return united.map((span) => sliceOf(text, span));
}
