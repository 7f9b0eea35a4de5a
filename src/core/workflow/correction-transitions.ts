import { type CorrectionAction, type FactCheckStatus } from './model.js';

/**
 * - NONE_PENDING: no correction waits for approval.
 * - PENDING, PENDING_RETRACTION, PENDING_REVISION: one waits; it is a retraction; it is anything but a retraction.
 * - ENOUGH_EVIDENCE: as much as policy asks, where the correction leads from a rating that needs no evidence to one
 *   that does. Otherwise what was published is ground enough: a policy that has become stricter since must not stand
 *   in the way of putting a mistake right.
 */
export type CorrectionCondition =
  'NONE_PENDING' | 'PENDING' | 'PENDING_RETRACTION' | 'PENDING_REVISION' | 'ENOUGH_EVIDENCE';

export interface CorrectionTransition {
  readonly action: CorrectionAction;
  readonly from: readonly FactCheckStatus[];
  readonly to: FactCheckStatus | 'UNCHANGED';
  readonly given: readonly CorrectionCondition[];
  /** Whether the public sees a new edition. Without one, version, page and feeds stay as they are. */
  readonly newEdition: boolean;
}

/** Every change of a published fact-check. A retracted one is final: nothing brings back what was taken back. */
export const CORRECTION_TRANSITIONS: readonly CorrectionTransition[] = [
  {
    action: 'CORRECT',
    from: ['PUBLISHED', 'CORRECTED'],
    to: 'UNCHANGED',
    given: ['NONE_PENDING', 'ENOUGH_EVIDENCE'],
    newEdition: false,
  },
  {
    action: 'APPROVE_CORRECTION',
    from: ['PUBLISHED', 'CORRECTED'],
    to: 'CORRECTED',
    given: ['PENDING_REVISION', 'ENOUGH_EVIDENCE'],
    newEdition: true,
  },
  {
    action: 'APPROVE_CORRECTION',
    from: ['PUBLISHED', 'CORRECTED'],
    to: 'RETRACTED',
    given: ['PENDING_RETRACTION'],
    newEdition: true,
  },
  {
    action: 'REJECT_CORRECTION',
    from: ['PUBLISHED', 'CORRECTED'],
    to: 'UNCHANGED',
    given: ['PENDING'],
    newEdition: false,
  },
];
