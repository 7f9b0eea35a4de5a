import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks/tasks.module.js';
import { CorrectionsService } from './corrections.service.js';
import {
  CorrectionResolver,
  FactCheckEditionResolver,
  FactChecksResolver,
  TaskFactCheckResolver,
} from './fact-checks.resolver.js';
import { FactChecksService } from './fact-checks.service.js';
import { FactCheckPageResolver, PagePreviewsResolver } from './page-previews.resolver.js';
import { PagePreviewsService } from './page-previews.service.js';

@Module({
  imports: [TasksModule],
  providers: [
    FactChecksService,
    CorrectionsService,
    PagePreviewsService,
    FactChecksResolver,
    FactCheckEditionResolver,
    CorrectionResolver,
    TaskFactCheckResolver,
    FactCheckPageResolver,
    PagePreviewsResolver,
  ],
})
export class FactChecksModule {}
