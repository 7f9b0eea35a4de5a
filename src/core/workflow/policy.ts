/** What a newsroom asks of its own work. Each newsroom may have its own; `DEFAULT_POLICY` stands until it does. */
export interface NewsroomPolicy {
  /** Pieces of evidence behind a verdict whose rating needs evidence. */
  readonly minEvidence: number;
  /** Least length of a rationale, as `visibleLength` measures it. */
  readonly minRationaleLength: number;
  /** How long a task is held after it was taken or last worked on. */
  readonly leaseMs: number;
}

export const DEFAULT_POLICY: NewsroomPolicy = {
  minEvidence: 1,
  minRationaleLength: 20,
  leaseMs: 45 * 60_000,
};
