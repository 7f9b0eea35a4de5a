/** What can happen in a newsroom beside the work on its tasks, each of whose events is recorded with its task. */
export const AUDIT_ACTIONS = [
  'NEWSROOM_MADE',
  'MEMBER_INVITED',
  'MEMBER_JOINED',
  'MEMBER_DEACTIVATED',
  'MEMBER_REACTIVATED',
  'ROLE_CHANGED',
  'SIGNED_IN',
  'SIGN_IN_FAILED',
  'API_KEY_MADE',
  'API_KEY_REVOKED',
  'POLICY_CHANGED',
  'RATING_SCALE_ADDED',
  'RATING_SCALE_RETIRED',
  'ARTICLE_RETRIED',
  'ARTICLE_WITHDRAWN',
  'ARTICLE_RESTORED',
  'EXPORT_STARTED',
  'IMPORT_STARTED',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];
