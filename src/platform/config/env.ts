import { z } from 'zod';

/** An empty variable means the same as an absent one, as in a .env file that keeps its unused lines. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const url = (protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    message: `must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });

const count = (what: string, most: number) =>
  optional(
    z.coerce
      .number({ error: `must be ${what}, 1 to ${most}` })
      .int()
      .min(1)
      .max(most),
  );

/**
 * Every environment variable that the service reads, with its form. `.env.example` lists the same names; a test
 * compares the two. Defaults that depend on other variables stand in config.ts.
 */
export const environmentSchema = z.object({
  PORT: optional(z.coerce.number({ error: 'must be a port, 0 to 65535' }).int().min(0).max(65_535)),
  HOST: optional(z.string()),
  DATABASE_URL: optional(url(['postgresql:', 'postgres:'])),
  REDIS_URL: optional(url(['redis:', 'rediss:'])),
  ISNAD_DATA_DIR: optional(z.string()),
  ISNAD_ROLE: optional(z.enum(['all', 'api', 'worker'])),
  ISNAD_SECRET: optional(z.string().min(16, { error: 'must have at least 16 characters' })),
  ISNAD_PUBLIC_URL: optional(url(['http:', 'https:'])),
  ISNAD_MAIL_URL: optional(url(['smtp:', 'smtps:'])),
  ISNAD_MAIL_FROM: optional(z.string()),
  ISNAD_OIDC_ISSUER: optional(url(['https:', 'http:'])),
  ISNAD_OIDC_CLIENT_ID: optional(z.string()),
  ISNAD_OIDC_CLIENT_SECRET: optional(z.string()),
  ISNAD_MODEL_URL: optional(url(['https:', 'http:'])),
  ISNAD_MODEL_KEY: optional(z.string()),
  ISNAD_MODEL_NAME: optional(z.string()),
  ISNAD_FETCH_ALLOW: optional(z.string()),
  ISNAD_DEMO: optional(z.enum(['0', '1'])),
  ISNAD_TRUST_PROXY: optional(z.string()),
  ISNAD_CORS_ORIGINS: optional(z.string()),
  ISNAD_METRICS_TOKEN: optional(z.string().min(16, { error: 'must have at least 16 characters' })),
  ISNAD_INTROSPECTION: optional(z.enum(['0', '1'])),
  ISNAD_OPERATIONS: optional(z.string()),
  ISNAD_OPERATIONS_ONLY: optional(z.enum(['0', '1'])),
  ISNAD_RATE_LIMIT: optional(
    z.string().regex(/^(0|[1-9]\d{0,6}\/[1-9]\d{0,6})$/, { error: 'must be 0, or SECOND/BURST such as 100/400' }),
  ),
  ISNAD_REQUEST_TIMEOUT: count('seconds', 600),
  ISNAD_KEEP_JOBS_DAYS: count('days', 3_650),
  ISNAD_KEEP_EVENTS_DAYS: count('days', 3_650),
  ISNAD_KEEP_EXPORTS_HOURS: count('hours', 8_760),
  ISNAD_LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
});

export type Environment = z.infer<typeof environmentSchema>;

/** A wrong or missing variable; the message is one line that names each of them. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
}

/** Reads and checks the variables, reporting every fault at once. Throws ConfigurationError. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const result = environmentSchema.safeParse(variables);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')} ${faultOf(issue)}`);
  throw new ConfigurationError(`Configuration: ${faults.join('; ')}`);
}

function faultOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
  return issue.message;
}
