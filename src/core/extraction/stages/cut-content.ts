import { type Span } from '../model.js';
import { WordClass } from '../languages/word-class.js';
import { type Reading } from '../reading.js';
import { hasClass } from './has-class.js';

/**
 * Turns token positions into the offsets of a content: without marks at its edges that have no partner inside,
 * without closing punctuation, and without a conjunction left hanging before the next report. Null when nothing is left.
 */
export function cutContent(reading: Reading, from: number, to: number): Span | null {
  const { tokens, opening, closing } = reading;
  let start = from;
  let end = to;
  for (;;) {
    const first = tokens[start];
    const last = tokens[end - 1];
    if (start >= end || !first || !last) return null;
    if (first.kind === 'mark') {
      const pair = opening.get(start);
      // «"أ" و"ب"»: the first pair closes inside, so its mark stays.
      if (pair && pair.close !== -1 && pair.close < end - 1 && hasWords(pair.close + 1, end)) {
        if (last.kind !== 'mark' && last.kind !== 'punctuation') break;
      } else {
        start++;
        continue;
      }
    } else if (first.kind === 'punctuation' && !/^[([#$€£+@¿¡-]$/u.test(first.key)) {
      start++;
      continue;
    } else if (first.key === '-' && tokens[start + 1]?.start !== first.end) {
      start++;
      continue;
    }
    if (last.kind === 'mark') {
      const pair = closing.get(end - 1);
      end--;
      if (pair && pair.open === start) start++;
      continue;
    }
    if (last.kind === 'punctuation' && !/^[)\]%٪]$/u.test(last.key)) {
      end--;
      continue;
    }
    if (last.kind === 'word' && (hasClass(last, WordClass.conjunction) || last.key === 'و') && to !== end) {
      end--;
      continue;
    }
    if (last.key === 'و') {
      end--;
      continue;
    }
    break;
  }
  const startOffset = tokens[start]?.start ?? 0;
  const endOffset = tokens[end - 1]?.end ?? 0;
  return endOffset > startOffset ? { start: startOffset, end: endOffset } : null;

  function hasWords(a: number, b: number): boolean {
    for (let i = a; i < b; i++) if (tokens[i]?.kind === 'word') return true;
    return false;
  }
}
