import { type TaskStatus } from './model.js';
import { type Transition } from './transitions.js';

/** While a task is worked on, its quote or claim may be mended. Once a verdict is proposed, it must stay what was judged. */
const IN_WORK: readonly TaskStatus[] = ['OPEN', 'IN_PROGRESS', 'CHANGES_REQUESTED'];

/** What mending the extraction does to a task. No two rows fit one situation, of this table and TRANSITIONS together. */
export const MENDING_TRANSITIONS: readonly Transition[] = [
  { action: 'ADD', from: ['PENDING'], to: 'OPEN', given: [], lease: 'NOBODY' },
  { action: 'SPLIT', from: IN_WORK, to: 'DISMISSED', given: [], lease: 'NOBODY' },
  { action: 'MERGE', from: IN_WORK, to: 'UNCHANGED', given: [], lease: 'RENEWED' },
  { action: 'MERGE_INTO', from: IN_WORK, to: 'DISMISSED', given: [], lease: 'NOBODY' },
  { action: 'REATTRIBUTE', from: IN_WORK, to: 'UNCHANGED', given: [], lease: 'RENEWED' },
  { action: 'REFUSE_RESOLUTION', from: IN_WORK, to: 'UNCHANGED', given: [], lease: 'RENEWED' },
  { action: 'RESPAN', from: IN_WORK, to: 'UNCHANGED', given: [], lease: 'RENEWED' },
  { action: 'RECLASSIFY', from: IN_WORK, to: 'UNCHANGED', given: [], lease: 'RENEWED' },
  { action: 'REWORD', from: IN_WORK, to: 'UNCHANGED', given: [], lease: 'RENEWED' },
  { action: 'REJECT', from: IN_WORK, to: 'DISMISSED', given: [], lease: 'NOBODY' },
  { action: 'RESTORE', from: ['DISMISSED'], to: 'OPEN', given: ['REJECTED'], lease: 'NOBODY' },
];
