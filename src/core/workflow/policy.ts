/** What a newsroom asks of its own work. Each newsroom may have its own; `DEFAULT_POLICY` stands until it does. */
export interface NewsroomPolicy {
  /** Grows by one with every change; 0 for the default. */
  readonly version: number;
  /** Pieces of evidence behind a verdict whose rating needs evidence. */
  readonly minEvidence: number;
  /** Least length of a rationale, as `visibleLength` measures it. */
  readonly minRationaleLength: number;
  /** How long a task is held after it was taken or last worked on. */
  readonly leaseMs: number;
  /** 0 to 1. Tasks that are less check-worthy are not handed out. */
  readonly checkWorthinessThreshold: number;
  /** What a published fact-check says of who took part. */
  readonly participantsShown: 'NOBODY' | 'NAMES';
  /** Weights in place of the default ones, by the name of the reason (log-odds; core/extraction/stages/worth-weights). */
  readonly reasonWeights: Readonly<Record<string, number>>;
}

export const DEFAULT_POLICY: NewsroomPolicy = {
  version: 0,
  minEvidence: 1,
  minRationaleLength: 20,
  leaseMs: 45 * 60_000,
  checkWorthinessThreshold: 0,
  participantsShown: 'NOBODY',
  reasonWeights: {},
};
