import { TASK_STATUSES } from './model.js';
import { type Transition } from './transitions.js';

const PREPARED = TASK_STATUSES.filter((status) => status !== 'PENDING');

/** What a new version of the article does to a task: it is marked, never moved. What was published stands as it is. */
export const VERSION_TRANSITIONS: readonly Transition[] = [
  { action: 'MARK_STALE', from: PREPARED, to: 'UNCHANGED', given: ['STANDING', 'NOT_STALE'], lease: 'RENEWED' },
  { action: 'CONFIRM', from: PREPARED, to: 'UNCHANGED', given: ['STANDING', 'STALE'], lease: 'RENEWED' },
];
