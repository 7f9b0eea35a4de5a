import { type DynamicModule, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import { AccountsModule } from '../accounts/accounts.module.js';
import { Authenticator } from '../accounts/authenticator.js';
import { ArticlesModule } from '../articles/articles.module.js';
import { ClaimsModule } from '../claims/claims.module.js';
import { FactChecksModule } from '../fact-checks/fact-checks.module.js';
import { PublishedModule } from '../fact-checks/published.module.js';
import { IntakeModule } from '../integrations/intake/intake.module.js';
import { ExchangeModule } from '../integrations/exchange.module.js';
import { ExportsModule } from '../integrations/exports/exports.module.js';
import { FeedsModule } from '../integrations/feeds/feeds.module.js';
import { DigestsModule } from '../integrations/digests/digests.module.js';
import { WebhooksModule } from '../integrations/webhooks/webhooks.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { type Foundations, PlatformModule } from '../platform/platform.module.js';
import { SnapshotsModule } from '../tasks/snapshots.module.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { graphqlOptions } from './graphql-options.js';
import type { RequestLimits } from './http/request-limits.js';
import { NodeResolver } from './node.resolver.js';

/** The rooms of one process: those that answer requests (which needs `limits`), those that run jobs, or both. */
@Module({})
export class AppModule {
  static with(
    foundations: Foundations,
    { runJobs = foundations.config.role !== 'api', limits }: { runJobs?: boolean; limits?: RequestLimits } = {},
  ): DynamicModule {
    const { role } = foundations.config;
    const desk = [AccountsModule, ArticlesModule, ClaimsModule, TasksModule, FactChecksModule];
    const rooms = [...desk, IntakeModule, ExchangeModule, WebhooksModule, DigestsModule, FeedsModule];
    const api = GraphQLModule.forRootAsync<MercuriusDriverConfig>({
      driver: MercuriusDriver,
      imports: [AccountsModule],
      inject: [Authenticator],
      useFactory: (authenticator: Authenticator) =>
        graphqlOptions(authenticator, foundations.log, limits!, foundations.config.exposure),
    });
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(foundations),
        ...rooms,
        ...(role === 'worker' ? [] : [api, PublishedModule, SnapshotsModule, ExportsModule]),
        ...(runJobs ? [JobsModule] : []),
      ],
      providers: role === 'worker' ? [] : [NodeResolver],
    };
  }
}
