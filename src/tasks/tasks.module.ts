import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { HandOver } from './hand-over.js';
import { AuditResolver } from './audit/audit.resolver.js';
import { changedRows } from '../platform/changes/changed-rows.js';
import { ChangeFeed } from '../platform/changes/change-feed.js';
import { Database } from '../platform/database/database.js';
import { TaskEscalationResolver } from './escalation.resolver.js';
import { MassAction } from './mass-action.js';
import { NewsroomPolicyResolver } from './newsroom-policy.resolver.js';
import { NewsroomPolicyService } from './newsroom-policy.service.js';
import { RatingResolver, RatingScalesResolver } from './rating-scales.resolver.js';
import { RatingScalesService } from './rating-scales.service.js';
import { EvidenceSnapshotResolver, SnapshotResolver } from './snapshots.resolver.js';
import { EvidenceService } from './evidence.service.js';
import { MendingResolver, TaskEventMendResolver, TaskReplacementsResolver } from './mending/mending.resolver.js';
import { MendingService } from './mending/mending.service.js';
import { RegroupingService } from './mending/regrouping.service.js';
import { SubjectMender } from './mending/subject-mender.js';
import { TaskActionsResolver } from './task-actions.resolver.js';
import {
  ArticleTasksResolver,
  LeaseResolver,
  ReviewSubjectResolver,
  TaskEventResolver,
  TasksResolver,
} from './tasks.resolver.js';
import { TasksService } from './tasks.service.js';
import { selectChangedTasks } from './tasks.store.js';
import { EvidenceResolver, TaskVerdictsResolver, VerdictResolver } from './verdicts.resolver.js';
import { VerdictsService } from './verdicts.service.js';
import { WithdrawalResolver } from './withdrawal.resolver.js';
import { WithdrawalService } from './withdrawal.service.js';
import { Workflow } from './workflow.js';

@Module({
  imports: [AccountsModule],
  providers: [
    Workflow,
    HandOver,
    TasksService,
    EvidenceService,
    VerdictsService,
    MassAction,
    WithdrawalService,
    NewsroomPolicyService,
    RatingScalesService,
    TaskActionsResolver,
    TasksResolver,
    ArticleTasksResolver,
    LeaseResolver,
    TaskEventResolver,
    ReviewSubjectResolver,
    TaskVerdictsResolver,
    EvidenceResolver,
    VerdictResolver,
    RatingResolver,
    AuditResolver,
    SubjectMender,
    MendingService,
    RegroupingService,
    MendingResolver,
    TaskReplacementsResolver,
    TaskEventMendResolver,
    RatingScalesResolver,
    NewsroomPolicyResolver,
    TaskEscalationResolver,
    EvidenceSnapshotResolver,
    SnapshotResolver,
    WithdrawalResolver,
  ],
  exports: [Workflow],
})
export class TasksModule {
  constructor(changes: ChangeFeed, database: Database) {
    changes.catchUpWith('TASK', changedRows(database, 'TASK', selectChangedTasks));
  }
}
