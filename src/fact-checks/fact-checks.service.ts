import { Injectable } from '@nestjs/common';
import { findNewsroom } from '../accounts/accounts.store.js';
import type { Viewer } from '../accounts/viewer.js';
import type { InputFault } from '../core/workflow/model.js';
import type { PublishFactCheckInput } from '../generated/graphql.js';
import { PublicUrl } from '../platform/public-url.js';
import { textFault } from '../platform/text-fault.js';
import { readVerdicts, verdictInForce } from '../tasks/verdicts.store.js';
import { Workflow } from '../tasks/workflow.js';
import { findEditionFaults } from './claim-review-of.js';
import { type ComposedEdition, composeEdition } from './compose-edition.js';
import { addFactCheck, claimSlug, type FactCheckRow } from './fact-checks.store.js';
import { slugOf } from './slug.js';

/** Publication: two people have agreed, and an editor puts it before the public. */
@Injectable()
export class FactChecksService {
  constructor(
    private readonly workflow: Workflow,
    private readonly publicUrl: PublicUrl,
  ) {}

  /** Pressed twice, the second press finds the task PUBLISHED and is refused. */
  async publish(viewer: Viewer, taskId: string, input: PublishFactCheckInput): Promise<FactCheckRow> {
    let factCheck!: FactCheckRow;
    let composed: ComposedEdition | null = null;
    let slug = '';
    await this.workflow.act(viewer, taskId, 'PUBLISH', {
      facts: async ({ tx, task, state, rules, now }) => {
        const inputFaults = editionTextFaults(input);
        const verdict = verdictInForce((await readVerdicts(tx, [task.id])).get(task.id) ?? []);
        // Without an approved verdict there is nothing to hold against the gate: `decide` refuses.
        if (state.status === 'APPROVED' && verdict && viewer.memberId && inputFaults.length === 0) {
          composed = await composeEdition(tx, task, verdict, viewer.memberId, rules.policy.participantsShown, input);
          slug = await claimSlug(tx, task.newsroomId, slugOf(composed.content.title));
          const newsroom = (await findNewsroom(tx, task.newsroomId))!;
          const place = { base: this.publicUrl.base, newsroom, slug };
          const dates = { publishedAt: now, modifiedAt: now };
          inputFaults.push(...findEditionFaults(composed.content, place, dates, composed.notClaimants));
        }
        return { expectedVersion: input.expectedVersion, inputFaults };
      },
      record: async ({ tx, task, now }) => {
        const place = { newsroomId: task.newsroomId, taskId: task.id, slug };
        factCheck = await addFactCheck(tx, place, composed!.content, now);
        return { references: { factCheckId: factCheck.id } };
      },
    });
    return factCheck;
  }
}

type EditionTexts = Pick<PublishFactCheckInput, 'title' | 'summary' | 'claimReviewed'>;

/** What is wrong with the texts that an editor gives, before they are put together with the rest. */
export function editionTextFaults({ title, summary, claimReviewed }: EditionTexts): InputFault[] {
  const faults: InputFault[] = [];
  for (const [field, text, most] of [
    ['title', title, 1_000],
    ['summary', summary, 20_000],
    ['claimReviewed', claimReviewed, 5_000],
  ] as const) {
    const fault = text == null ? null : textFault(text, most);
    if (fault) faults.push({ field, message: `The ${field} ${fault}.` });
  }
  return faults;
}
