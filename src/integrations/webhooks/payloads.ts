import { z } from 'zod';
import { FACT_CHECK_STATUSES, TASK_ACTIONS, TASK_STATUSES, CORRECTION_CLASSES } from '../../core/workflow/model.js';
import { type EventType, PING } from './event-types.js';

/**
 * The form of every payload. A field may be added without a word; one that goes or changes its meaning makes the next
 * number. docs/webhooks.md tells receivers so.
 */
export const PAYLOAD_VERSION = 1;

const id = z.uuid();
const url = z.url();
const time = z.iso.datetime();
const kind = z.enum(['QUOTE', 'CLAIM']);

const task = { taskId: id, articleId: id, kind, deskUrl: url };

const factCheck = z.strictObject({
  factCheckId: id,
  taskId: id,
  articleId: id,
  /** 1 when published, one more with each correction. */
  factCheckVersion: z.int().positive(),
  status: z.enum(FACT_CHECK_STATUSES),
  slug: z.string(),
  /** Of the public page. */
  url,
  title: z.string(),
  claimReviewed: z.string(),
  summary: z.string(),
  language: z.string(),
  rating: z.strictObject({ code: z.string(), labels: z.record(z.string(), z.string()) }),
  publishedAt: time,
  modifiedAt: time,
  /** What was changed, and what readers are told of it; null in factcheck.published. */
  correctionClass: z.enum(CORRECTION_CLASSES).nullable(),
  publicNote: z.string().nullable(),
  /** Null unless the newsroom's policy shows them to readers. */
  participants: z.strictObject({ PROPOSED: z.string(), APPROVED: z.string(), PUBLISHED: z.string() }).nullable(),
  /** The page's ClaimReview; null for what was retracted. */
  claimReview: z.record(z.string(), z.unknown()).nullable(),
});

/** `data` of each type of event. Members are named by their id alone, which is null for a machine and the service itself. */
export const DATA_SCHEMAS = {
  'article.ready': z.strictObject({
    articleId: id,
    articleVersion: z.int().positive(),
    externalId: z.string().nullable(),
    sourceUrl: z.string().nullable(),
    title: z.string().nullable(),
    language: z.string(),
    tasks: z.int().nonnegative(),
    deskUrl: url,
  }),
  'task.changed': z.strictObject({
    ...task,
    /** What `expectedVersion` is compared with. */
    taskVersion: z.int().positive(),
    action: z.enum(TASK_ACTIONS),
    from: z.enum(TASK_STATUSES),
    to: z.enum(TASK_STATUSES),
    memberId: id.nullable(),
  }),
  'verdict.approved': z.strictObject({
    ...task,
    verdictId: id,
    rating: z.string(),
    scaleCode: z.string(),
    scaleVersion: z.int(),
    language: z.string(),
    proposerId: id,
    approverId: id,
  }),
  'factcheck.published': factCheck,
  'factcheck.corrected': factCheck,
  'factcheck.retracted': factCheck,
  [PING]: z.strictObject({ webhookId: id }),
} as const satisfies Record<EventType | typeof PING, z.ZodType>;

type Schemas = typeof DATA_SCHEMAS;

/** What a webhook is sent. `timestamp` is when it happened, UTC; the header webhook-timestamp says when it was sent. */
export type Payload = {
  [Type in keyof Schemas]: {
    readonly type: Type;
    readonly timestamp: string;
    readonly version: typeof PAYLOAD_VERSION;
    readonly data: z.infer<Schemas[Type]>;
  };
}[keyof Schemas];

export type FactCheckPayload = Extract<Payload, { type: `factcheck.${string}` }>;
