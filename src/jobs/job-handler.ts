import type { NewsroomHandle, Transaction } from '../platform/database/database.js';
import type { Log } from '../platform/log.js';
import type { JobDefinition } from '../platform/queue/job-definition.js';

/** One run of a job. */
export interface JobRun {
  readonly newsroom: NewsroomHandle;
  readonly log: Log;
  /** Marks the job done. Called in the handler's last transaction, so that the work and the mark are one. */
  finish(tx: Transaction): Promise<void>;
}

/** Does the jobs of one kind. It may run twice, also at the same moment, and may die at any line. */
export interface JobHandler<Payload> {
  readonly definition: JobDefinition<Payload>;
  run(payload: Payload, run: JobRun): Promise<void>;
  /** Tells the people concerned that the job was given up, in the transaction that gives it up. */
  giveUp(tx: Transaction, payload: Payload, newsroomId: string, error: Error): Promise<void>;
}
