import { type Role } from './roles.js';

/** A person. Four eyes compare `memberId`: two keys or two sessions of one member are one pair of eyes. */
export interface MemberActor {
  readonly kind: 'MEMBER';
  readonly memberId: string;
  /** The role in force for this request: that of the member, or that of the key where it is lower. */
  readonly role: Role;
}

/**
 * Who acts: a member; a machine with an INTEGRATION key, which may read and submit but never work on a task; or the
 * system itself (the queue, the clock).
 */
export type Actor = MemberActor | { readonly kind: 'INTEGRATION' } | { readonly kind: 'SYSTEM' };

/** The member behind an actor; null for a machine and for the system. */
export function memberIdOf(actor: Actor): string | null {
  return actor.kind === 'MEMBER' ? actor.memberId : null;
}
