import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { EvidenceService } from './evidence.service.js';
import { HandOver } from './hand-over.js';
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
  imports: [AccountsModule],
  providers: [
    Workflow,
    HandOver,
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
  ],
  exports: [Workflow],
})
export class TasksModule {}
