/** What a person may be, the highest first. */
export const MEMBER_ROLES = ['ADMIN', 'EDITOR', 'REVIEWER', 'FACT_CHECKER', 'VIEWER'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** That role and those below it. */
export const rolesUpTo = (role: string): readonly MemberRole[] =>
  MEMBER_ROLES.slice(Math.max(0, MEMBER_ROLES.indexOf(role as MemberRole)));
