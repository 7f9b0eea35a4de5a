import { type ClaimDraft } from '../claim-draft.js';
import { type Stance, type WorthReason } from '../model.js';
import { type Reading } from '../reading.js';
import { readReasons } from './read-reasons.js';
import { worthWeights } from './worth-weights.js';

/** A score between 0 and 1 and the named reasons whose weights add up to it on the log-odds scale. */
export interface Worth {
  readonly checkWorthiness: number;
  readonly reasons: readonly WorthReason[];
}

/** Judges how much a newsroom would want each claim checked; a newsroom may bring weights of its own. */
export function judgeWorth(
  reading: Reading,
  claims: readonly ClaimDraft[],
  stances: readonly Stance[],
  signs: Uint32Array,
  weights: Readonly<Record<string, number>> = worthWeights,
): Worth[] {
  return claims.map((claim, index): Worth => {
    const reasons = readReasons(reading, claim, stances[index] ?? 'ASSERTED', signs)
      .map((name) => ({ name, weight: weights[name] ?? 0 }))
      .filter((reason) => reason.weight !== 0);
    const sum = reasons.reduce((total, reason) => total + reason.weight, 0);
    return { checkWorthiness: Math.round(1000 / (1 + Math.exp(-sum))) / 1000, reasons };
  });
}
