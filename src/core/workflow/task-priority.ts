export interface PriorityGrounds {
  readonly kind: 'QUOTE' | 'CLAIM';
  /** 0 to 1. For a quote: that of the most check-worthy claim in it. */
  readonly checkWorthiness: number;
  /** Null for a quote that carries no claim. */
  readonly stance: 'ASSERTED' | 'DENIED' | 'REPORTED' | 'PREDICTED' | null;
  readonly anonymousSpeaker: boolean;
}

/**
 * The points behind a task's place in the queue; the highest sum is 100. Check-worthiness leads by far: the rest only
 * orders what is about equally worth checking.
 */
export const PRIORITY_WEIGHTS = {
  /** Points at checkWorthiness 1; in proportion below. */
  checkWorthiness: 70,
  /** What is true comes before who said it: a true quotation of a falsehood still misleads. */
  kind: { CLAIM: 10, QUOTE: 5 },
  /**
   * A denial shows that the matter is disputed. What is asserted or reported can be checked now; what is predicted
   * mostly cannot yet.
   */
  stance: { DENIED: 10, ASSERTED: 6, REPORTED: 6, PREDICTED: 0 },
  /** Nobody answers for what an unnamed source says. */
  anonymousSpeaker: 10,
} as const;

/**
 * A task's priority, a whole number from 0 to 100, the highest to be worked on first. The same grounds always give the
 * same number. A checkWorthiness a little outside 0 to 1 counts as its end.
 *
 * @throws RangeError where checkWorthiness is not a number at all
 */
export function taskPriority({ kind, checkWorthiness, stance, anonymousSpeaker }: PriorityGrounds): number {
  if (Number.isNaN(checkWorthiness)) throw new RangeError('checkWorthiness is not a number.');
  const worth = Math.min(1, Math.max(0, checkWorthiness));
  const weights = PRIORITY_WEIGHTS;
  return Math.round(
    weights.checkWorthiness * worth +
      weights.kind[kind] +
      (stance === null ? 0 : weights.stance[stance]) +
      (anonymousSpeaker ? weights.anonymousSpeaker : 0),
  );
}
