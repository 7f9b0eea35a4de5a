import { z } from 'zod';
import type { SubmitArticleInput } from '../../generated/graphql.js';
import { withHead, readPage } from '../../platform/documents/read-page.js';
import { languageCode } from '../../platform/documents/page-facts.js';
import { badInput } from '../../platform/request-error.js';

const piece = z.object({ role: z.string().optional(), contentType: z.string().optional(), value: z.string() });
const time = z.iso.datetime({ offset: true, local: true }).optional();

/**
 * What is read of an IPTC ninjs 3.1 item; its other properties are let through unread, as the standard's extensions are.
 * Versions before 3.0 wrote some names in lower case: those of times are read too.
 */
const ninjsSchema = z.object({
  uri: z
    .string()
    .regex(/^[a-z][a-z0-9+.-]*:\S+$/i, 'must be a URI')
    .max(200),
  type: z
    .enum(['text', 'composite', 'component', 'audio', 'video', 'picture', 'graphic', 'event', 'planning'])
    .optional(),
  representationType: z.enum(['full', 'partial']).optional(),
  version: z.string().optional(),
  pubStatus: z.enum(['usable', 'withheld', 'canceled']).optional(),
  language: z.string().optional(),
  by: z.string().optional(),
  firstCreated: time,
  versionCreated: time,
  contentCreated: time,
  versioncreated: time,
  headlines: z.array(piece).optional(),
  bodies: z.array(piece).optional(),
});

/** Isnad's own form has one of these; a ninjs item has none. */
export const isNinjs = (body: unknown): boolean =>
  typeof body === 'object' &&
  body !== null &&
  'uri' in body &&
  !['text', 'html', 'url'].some((field) => Object.hasOwn(body, field));

/**
 * A ninjs item as an article: its headline, byline and body, known by its `uri`. Throws BAD_USER_INPUT for what the
 * standard does not allow, for pictures and the like, and for what its sender has withheld or canceled.
 */
export async function readNinjs(body: unknown): Promise<SubmitArticleInput> {
  const parsed = ninjsSchema.safeParse(body);
  if (!parsed.success) throw badInput(faultsIn(parsed.error));
  const item = parsed.data;
  const faults: Record<string, string> = {};
  if (item.type && !['text', 'composite', 'component'].includes(item.type))
    faults.type = `is ${item.type}: only text is read`;
  if (item.pubStatus && item.pubStatus !== 'usable')
    faults.pubStatus = `is ${item.pubStatus}: only what is usable is taken`;
  const main = chooseBody(item.bodies ?? []);
  if (!main) faults.bodies = 'must hold a body with text';
  if (Object.keys(faults).length > 0) throw badInput(faults);
  const title = (item.headlines?.find(({ role }) => role === 'main') ?? item.headlines?.[0])?.value.trim() || null;
  const byline = item.by?.trim() || null;
  const text = isMarkup(main!) ? (await readPage(`<div>${main!.value}</div>`)).text : main!.value;
  const created = item.versionCreated ?? item.versioncreated ?? item.firstCreated ?? item.contentCreated;
  return {
    text: withHead(text, title, byline),
    title,
    byline,
    language: languageCode(item.language),
    publishedAt: created ? new Date(/(z|[+-]\d{2}:\d{2})$/i.test(created) ? created : `${created}Z`) : null,
    externalId: item.uri,
    version: item.version && /^[1-9]\d{0,8}$/.test(item.version) ? Number(item.version) : null,
  };
}

type Body = z.infer<typeof piece>;

/** Marked-up bodies first: they have paragraphs. Of those the main one. */
function chooseBody(bodies: readonly Body[]): Body | undefined {
  const whole = bodies.filter(({ value }) => /[\p{L}\p{N}]/u.test(value));
  const readable = whole.filter(({ contentType }) => !contentType || /^text\/|html|xml/i.test(contentType));
  const isMain = ({ role }: Body) => role === undefined || role === 'main';
  return readable.find((body) => isMarkup(body)) ?? readable.find(isMain) ?? readable[0];
}

const isMarkup = ({ contentType, value }: Body): boolean =>
  contentType ? /html|xml/i.test(contentType) : /<(p|br|div|h[1-6]|ul|ol|table)[\s/>]/i.test(value);

/** What is wrong, by the path of the property: `bodies.0.value`. */
export const faultsIn = ({ issues }: z.ZodError): Record<string, string> =>
  Object.fromEntries(issues.map(({ path, message }) => [path.join('.') || 'body', message]));
