import type { z } from 'zod';

/** A kind of machine work, as data: its handler stands in src/jobs. */
export interface JobDefinition<Payload> {
  /** Verb and noun in kebab-case; kept in the jobs table. */
  readonly name: string;
  /** Parsed when the job is written and again when it is run. Ids only: what they point at is read when it runs. */
  readonly payload: z.ZodType<Payload>;
  /** So many tries may end in an error of the job's own before it is given up; crashes and lost servers do not count. */
  readonly maxFailures: number;
}

export function defineJob<Payload>(definition: JobDefinition<Payload>): JobDefinition<Payload> {
  return definition;
}
