import { isAtLeast, type Role as MemberRole, ROLES } from '../core/workflow/roles.js';
import { RequestError } from '../platform/request-error.js';

/** What credentials allow: a member's role, or INTEGRATION for a machine, which stands beside the members' order. */
export type Role = MemberRole | 'INTEGRATION';

export const isMemberRole = (role: string): role is MemberRole => (ROLES as readonly string[]).includes(role);

/** The lower of a key's and its member's role: a key never acts above its member. */
export function lowerRole(a: Role, b: Role): Role {
  if (a === 'INTEGRATION' || b === 'INTEGRATION') return 'INTEGRATION';
  return ROLES.indexOf(a) <= ROLES.indexOf(b) ? a : b;
}

/** Throws FORBIDDEN below `least`; a machine passes only where `machines` says so. */
export function requireRole(role: Role, least: MemberRole, { machines = false }: { machines?: boolean } = {}): void {
  if (role === 'INTEGRATION' ? machines : isAtLeast(role, least)) return;
  throw new RequestError('FORBIDDEN', `This needs the role ${least}${machines ? ' or INTEGRATION' : ''} or above`);
}
