import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { ArticleReader } from '../../src/jobs/article-reader.js';
import { ExtractArticleHandler } from '../../src/jobs/extract-article.handler.js';
import type { JobHandler, JobRun } from '../../src/jobs/job-handler.js';
import { JobsModule } from '../../src/jobs/jobs.module.js';
import { PrepareTaskHandler } from '../../src/jobs/prepare-task.handler.js';
import { CLOCK, type Clock } from '../../src/platform/clock.js';
import { overrideProvider } from '../kit/override-provider.js';

// The real service with slow jobs, so that a kill hits them in the middle of their work. The product has no switch for
// it: the handlers are wrapped before the application is put together.
const PAUSE_MS = 40;

/** Rests before each transaction, and in it when its work is done and nothing is committed yet. */
function slow<Payload>(handler: JobHandler<Payload>): JobHandler<Payload> {
  return {
    definition: handler.definition,
    giveUp: (...words) => handler.giveUp(...words),
    run: (payload, run) => handler.run(payload, { ...run, newsroom: slowed(run.newsroom) }),
  };
}

const slowed = ({ newsroomId, transaction }: JobRun['newsroom']): JobRun['newsroom'] => ({
  newsroomId,
  async transaction(work) {
    await sleep(PAUSE_MS);
    return transaction(async (tx) => {
      const result = await work(tx);
      await sleep(PAUSE_MS);
      return result;
    });
  },
});

overrideProvider(JobsModule, ExtractArticleHandler, {
  useFactory: () => slow(new ExtractArticleHandler(new ArticleReader(null))),
});
overrideProvider(JobsModule, PrepareTaskHandler, {
  inject: [CLOCK],
  useFactory: (clock: Clock) => slow(new PrepareTaskHandler(clock)),
});

await import('../../src/main/serve.js');
