import { selectChangedArticles } from '../../src/articles/articles.store.js';
import { changedRows } from '../../src/platform/changes/changed-rows.js';
import type { Database } from '../../src/platform/database/database.js';
import { selectChangedTasks } from '../../src/tasks/tasks.store.js';

/** How the service itself finds changes that nobody heard of. */
export const taskReader = (database: Database) => changedRows(database, 'TASK', selectChangedTasks);
export const articleReader = (database: Database) => changedRows(database, 'ARTICLE', selectChangedArticles);
