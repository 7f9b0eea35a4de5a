import { Inject, Injectable } from '@nestjs/common';
import { recordAct } from '../accounts/audit/record-act.js';
import { requireRole } from '../accounts/roles.js';
import type { Viewer } from '../accounts/viewer.js';
import { worthWeights } from '../core/extraction/stages/worth-weights.js';
import type { NewsroomPolicy } from '../core/workflow/policy.js';
import type { ReasonWeightInput, UpdateNewsroomPolicyInput } from '../generated/graphql.js';
import { CLOCK, type Clock } from '../platform/clock.js';
import { badInput, RequestError } from '../platform/request-error.js';
import { lockRules, readPolicies, savePolicy } from './newsroom-policy.store.js';

/** Numbers of the policy with the least and the greatest that may be asked for. */
const RANGES = {
  leaseMinutes: [1, 1_440],
  minEvidence: [0, 20],
  minRationaleLength: [0, 2_000],
  checkWorthinessThreshold: [0, 1],
} as const;
const MOST_WEIGHT = 10;

/** What a newsroom asks of its own work, as its ADMIN sets it. */
@Injectable()
export class NewsroomPolicyService {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Two at once: the second waits for the first, and is refused for the version that it saw. */
  async update(viewer: Viewer, input: UpdateNewsroomPolicyInput): Promise<NewsroomPolicy> {
    requireRole(viewer.role, 'ADMIN');
    const faults = faultsOf(input);
    if (Object.keys(faults).length > 0) throw badInput(faults);
    const { newsroomId } = viewer.newsroom;
    return viewer.newsroom.transaction(async (tx) => {
      await lockRules(tx, newsroomId);
      const before = (await readPolicies(tx, [newsroomId])).get(newsroomId)!;
      if (before.version !== input.expectedVersion) {
        throw new RequestError('CONFLICT', 'The policy has changed since it was read.');
      }
      const policy = { ...before, ...changesOf(input), version: before.version + 1 };
      await savePolicy(tx, newsroomId, policy);
      const { reasonWeights, ...plain } = policy;
      await recordAct(tx, viewer, {
        action: 'POLICY_CHANGED',
        at: this.clock.now(),
        subject: { kind: 'POLICY', id: newsroomId },
        data: { ...plain, reasonWeights: JSON.stringify(reasonWeights) },
      });
      return policy;
    });
  }
}

function changesOf(input: UpdateNewsroomPolicyInput): Partial<NewsroomPolicy> {
  const { leaseMinutes, minEvidence, minRationaleLength, checkWorthinessThreshold, participantsShown } = input;
  const given = {
    leaseMs: leaseMinutes == null ? null : leaseMinutes * 60_000,
    reasonWeights:
      input.reasonWeights && Object.fromEntries(input.reasonWeights.map((each) => [each.name, each.weight])),
    ...{ minEvidence, minRationaleLength, checkWorthinessThreshold, participantsShown },
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value != null));
}

function faultsOf(input: UpdateNewsroomPolicyInput): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const [field, [least, most]] of Object.entries(RANGES)) {
    const value = input[field as keyof typeof RANGES];
    if (value != null && !(value >= least && value <= most)) {
      faults[field] = `The ${field} must be from ${least} to ${most}.`;
    }
  }
  const fault = weightsFault(input.reasonWeights ?? []);
  return fault === null ? faults : { ...faults, reasonWeights: fault };
}

function weightsFault(weights: readonly ReasonWeightInput[]): string | null {
  const unknown = weights.find(({ name }) => !Object.hasOwn(worthWeights, name));
  if (unknown) return `${unknown.name} is no reason of check-worthiness.`;
  const wrong = weights.find(({ weight }) => !(Math.abs(weight) <= MOST_WEIGHT));
  if (wrong) return `The weight of ${wrong.name} must be from -${MOST_WEIGHT} to ${MOST_WEIGHT}.`;
  const names = new Set(weights.map(({ name }) => name));
  return names.size < weights.length ? 'A reason is named twice.' : null;
}
