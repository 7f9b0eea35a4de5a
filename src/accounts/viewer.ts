import type { NewsroomHandle } from '../platform/database/database.js';
import type { Role } from './roles.js';
import type { SignInSession } from './sign-in/sign-in.js';

/** Who is asking, with the handle that limits every read and write of the request to their newsroom. */
export interface Viewer {
  readonly newsroom: NewsroomHandle;
  /** Null for a machine. Four eyes compare members, not keys. */
  readonly memberId: string | null;
  readonly role: Role;
  /** Null in a session. */
  readonly apiKeyId: string | null;
  /** Absent where an API key came with the request. */
  readonly session?: SignInSession;
}
