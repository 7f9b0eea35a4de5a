import { Module } from '@nestjs/common';
import { AuditResolver } from './audit/audit.resolver.js';
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
import { EvidenceResolver, RatingResolver, TaskVerdictsResolver, VerdictResolver } from './verdicts.resolver.js';
import { VerdictsService } from './verdicts.service.js';
import { Workflow } from './workflow.js';

@Module({
  providers: [
    Workflow,
    TasksService,
    EvidenceService,
    VerdictsService,
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
  ],
  exports: [Workflow],
})
export class TasksModule {}
