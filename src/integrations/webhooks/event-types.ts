/** What others can be told of, by the names that they know. */
export const EVENT_TYPES = [
  'article.ready',
  'task.changed',
  'verdict.approved',
  'factcheck.published',
  'factcheck.corrected',
  'factcheck.retracted',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** Sent on request alone, to try a webhook out. */
export const PING = 'ping';
export type SentType = EventType | typeof PING;

/** As the API names it: FACTCHECK_PUBLISHED for factcheck.published. */
export const nameOfType = (type: string): string => type.replace('.', '_').toUpperCase();

export const typeOfName = (name: string): SentType => name.toLowerCase().replace('_', '.') as SentType;
