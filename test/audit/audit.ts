import { findAuditBreak, type KnownHead } from '../../src/tasks/audit/find-audit-break.js';
import { sealEvents } from '../../src/tasks/audit/seal-events.js';
import { sealKey } from '../../src/tasks/audit/seal.js';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom, type TestNewsroom } from '../kit/newsrooms.js';
import { addReadyArticle, addTasks } from '../kit/row-builders.js';
import { testSecrets } from '../kit/template-database.js';

export const KEY = sealKey(testSecrets);

/** A newsroom with a sealed history, and somebody who can do anything to its database. */
export class AuditedNewsroom {
  private constructor(
    readonly database: FreshDatabase,
    readonly newsroom: TestNewsroom,
    /** Each with one event. */
    readonly taskIds: string[],
  ) {}

  static async make(tasks = 3): Promise<AuditedNewsroom> {
    const database = await freshDatabase();
    const newsroom = await makeNewsroom(database.app);
    const articleId = await addReadyArticle(newsroom.handle);
    const wishes = Array.from({ length: tasks }, () => ({}));
    return new AuditedNewsroom(database, newsroom, await addTasks(newsroom.handle, articleId, wishes));
  }

  seal(): Promise<number> {
    return sealEvents(this.newsroom.handle, KEY, () => new Date());
  }

  verify(key = KEY, known: KnownHead | null = null) {
    return findAuditBreak(this.newsroom.handle, key, known);
  }

  /** Adds the event after the last one to a task, as the service would. */
  async addEvent(taskId: string): Promise<void> {
    await this.database.owner(
      `with t as (update review_tasks set version = version + 1 where id = $1 returning newsroom_id, version)
       insert into task_events (newsroom_id, task_id, number, id, action, data, at)
       select newsroom_id, $1, version, gen_random_uuid(), 'NOTHING', '{}', now() from t`,
      [taskId],
    );
  }

  /** Does what no role may: statements with every trigger and foreign key out of action, as a superuser can. */
  tamper(...statements: string[]): Promise<unknown> {
    return this.database.owner(`set session_replication_role = replica; ${statements.join('; ')};
      set session_replication_role = default`);
  }
}
