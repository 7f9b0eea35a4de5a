/** The roles of a newsroom's members, lowest first: each may do all that those before it may. */
export const ROLES = ['VIEWER', 'FACT_CHECKER', 'REVIEWER', 'EDITOR', 'ADMIN'] as const;
export type Role = (typeof ROLES)[number];

/** Whether `role` stands as high as `least`, or higher. */
export function isAtLeast(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}
