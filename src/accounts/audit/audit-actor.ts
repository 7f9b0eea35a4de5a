import type { Viewer } from '../viewer.js';

/** Who did it: a member, a machine with its key, the service itself, or an operator at the command line. */
export type AuditActor =
  | { readonly kind: 'MEMBER'; readonly memberId: string }
  | { readonly kind: 'INTEGRATION'; readonly apiKeyId: string }
  | { readonly kind: 'SYSTEM' | 'OPERATOR' };

/** Whoever is asking. Only a person asks without a key. */
export const auditActor = ({ memberId, apiKeyId }: Viewer): AuditActor =>
  memberId === null ? { kind: 'INTEGRATION', apiKeyId: apiKeyId! } : { kind: 'MEMBER', memberId };

/** As it is stored: of a machine the key's id, where it has one. */
export function actorColumns(actor: AuditActor): { actorKind: string; actorId: string | null } {
  switch (actor.kind) {
    case 'MEMBER':
      return { actorKind: actor.kind, actorId: actor.memberId };
    case 'INTEGRATION':
      return { actorKind: actor.kind, actorId: actor.apiKeyId };
    default:
      return { actorKind: actor.kind, actorId: null };
  }
}
