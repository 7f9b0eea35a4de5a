import type { z } from 'zod';

/**
 * Which queue carries a job: DESK those that need nothing but this service, OUTSIDE those that wait for others' servers, so
 * that any number of these may hang and articles are read all the same.
 */
export type JobLane = 'DESK' | 'OUTSIDE';

/** A kind of machine work, as data: its handler stands in src/jobs. */
export interface JobDefinition<Payload> {
  /** Verb and noun in kebab-case; kept in the jobs table. */
  readonly name: string;
  readonly lane: JobLane;
  /** Parsed when the job is written and again when it is run. Ids only: what they point at is read when it runs. */
  readonly payload: z.ZodType<Payload>;
  /** So many tries may end in an error of the job's own before it is given up; crashes and lost servers do not count. */
  readonly maxFailures: number;
}

export function defineJob<Payload>(definition: JobDefinition<Payload>): JobDefinition<Payload> {
  return definition;
}
