import { type Extraction, type Slice, type Span } from './model.js';

/** Lists every broken promise of an extraction: spans outside the text or unlike their slice, a quote over its own cue, links into nothing. */
export function checkExtraction(text: string, extraction: Extraction): string[] {
  const faults: string[] = [];
  const check = (slice: Slice, what: string): void => {
    if (!(slice.start >= 0 && slice.start < slice.end && slice.end <= text.length))
      faults.push(`${what}: [${slice.start}, ${slice.end}] is no span of the text`);
    else if (text.slice(slice.start, slice.end) !== slice.text)
      faults.push(`${what}: the words are not those of the text`);
  };
  const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
  for (const [index, quote] of extraction.quotes.entries()) {
    const what = `quote ${index}`;
    if (quote.spans.length === 0) faults.push(`${what}: no content`);
    for (const span of quote.spans) {
      check(span, what);
      if (quote.cue && overlaps(span, quote.cue)) faults.push(`${what}: its content covers its own cue`);
    }
    for (const link of quote.chain) if (link.cue) check(link.cue, `${what}: cue`);
    if (quote.cue) check(quote.cue, `${what}: cue`);
    if (quote.speaker?.mention) check(quote.speaker.mention, `${what}: mention`);
  }
  for (const [index, claim] of extraction.claims.entries()) {
    const what = `claim ${index}`;
    if (claim.spans.length === 0) faults.push(`${what}: no words`);
    for (const span of claim.spans) check(span, what);
    if (claim.quote !== null && !extraction.quotes[claim.quote]) faults.push(`${what}: its quote is not there`);
    if (claim.denies !== null && !extraction.claims[claim.denies]) faults.push(`${what}: what it denies is not there`);
    if (!(claim.checkWorthiness >= 0 && claim.checkWorthiness <= 1))
      faults.push(`${what}: check-worthiness outside 0 to 1`);
  }
  return faults;
}
