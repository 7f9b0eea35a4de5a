import { type Span } from '../../model.js';
import { cutContent } from '../cut-content.js';
import { type Attaching } from './attaching.js';

/** The offsets of a content, `skip` code units into its first word. */
export function contentSpan(state: Attaching, from: number, to: number, skip: number): Span | null {
  const { reading } = state;
  const span = cutContent(reading, from, to);
  return span && skip > 0 && span.start + skip < span.end ? { start: span.start + skip, end: span.end } : span;
}
