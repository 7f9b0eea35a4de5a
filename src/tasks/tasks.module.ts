import { Module } from '@nestjs/common';
import {
  ArticleTasksResolver,
  LeaseResolver,
  ReviewSubjectResolver,
  TaskEventResolver,
  TasksResolver,
} from './tasks.resolver.js';

@Module({
  providers: [TasksResolver, ArticleTasksResolver, LeaseResolver, TaskEventResolver, ReviewSubjectResolver],
})
export class TasksModule {}
