import { randomBytes } from 'node:crypto';
import { Webhook as Signer } from 'standardwebhooks';

const SECRET_BYTES = 32;

/** A new secret in the form of the Standard Webhooks specification: whsec_ and base64. */
export const newSecret = (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;

/** The headers of the specification for a message, signed with each of the secrets: one that the receiver knows is enough. */
export const signedHeaders = (
  message: { id: string; body: string; sentAt: Date },
  secrets: readonly string[],
): Record<string, string> => ({
  'webhook-id': message.id,
  'webhook-timestamp': String(Math.floor(message.sentAt.getTime() / 1_000)),
  'webhook-signature': secrets
    .map((secret) => new Signer(secret).sign(message.id, message.sentAt, message.body))
    .join(' '),
});
