import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Departure, Departures } from '../accounts/departures.js';
import { findMembersById } from '../accounts/accounts.store.js';
import { isMemberRole } from '../accounts/roles.js';
import { findHeldTasks } from './tasks.store.js';
import { deleteDraftsOf } from './verdicts.store.js';
import { Workflow } from './workflow.js';

/** Frees what a member holds when they leave, or gives it to their successor, by the same events as anybody's press. */
@Injectable()
export class HandOver implements OnModuleInit {
  constructor(
    private readonly departures: Departures,
    private readonly workflow: Workflow,
  ) {}

  onModuleInit(): void {
    this.departures.add((departure) => this.handOver(departure));
  }

  /** Each task's row is locked in turn, in the order of ids, before anything about it is decided. */
  private async handOver({ tx, viewer, memberId, successorId, erasing }: Departure): Promise<void> {
    const assignTo = async (taskId: string, id: string) => {
      const [member] = await findMembersById(tx, [id]);
      const assignee = member && isMemberRole(member.role) ? { memberId: id, role: member.role } : null;
      await this.workflow.actWithin(tx, viewer, taskId, 'ASSIGN', { facts: () => ({ assignee }) });
    };
    for (const { id, status } of await findHeldTasks(tx, memberId, this.workflow.now())) {
      if (successorId) {
        await assignTo(id, successorId);
        continue;
      }
      // A task that was sent back is put into somebody's hands before it can be laid down.
      if (status === 'CHANGES_REQUESTED' && viewer.memberId) await assignTo(id, viewer.memberId);
      await this.workflow.actWithin(tx, viewer, id, 'RELEASE');
    }
    if (erasing) await deleteDraftsOf(tx, memberId);
  }
}
