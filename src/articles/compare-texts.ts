import { diffWordsWithSpace } from 'diff';

export interface TextDifference {
  readonly kind: 'SAME' | 'ADDED' | 'REMOVED';
  readonly text: string;
}

/** The work of comparing grows with the texts' length times the number of their differences: both are bounded. */
const LONGEST = 400_000;
const MOST_EDITS = 1_000;

/** What makes `after` of `before`, word by word; null where the two are too long or too unlike to be compared. */
export function compareTexts(before: string, after: string): readonly TextDifference[] | null {
  if (before.length + after.length > LONGEST) return null;
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  if (!changes) return null;
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'ADDED' : removed ? 'REMOVED' : 'SAME',
    text: value,
  }));
}
