import { type Attaching } from './attaching.js';

/** Whether quotation marks close right before the reporting clause. */
export function leftIsMarked(state: Attaching, clause: number): boolean {
  const { reading } = state;
  const { closing } = reading;
  return closing.has(clause - 1) || closing.has(clause - 2);
}
