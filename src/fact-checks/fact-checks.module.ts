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

@Module({
  imports: [TasksModule],
  providers: [
    FactChecksService,
    CorrectionsService,
    FactChecksResolver,
    FactCheckEditionResolver,
    CorrectionResolver,
    TaskFactCheckResolver,
  ],
})
export class FactChecksModule {}
