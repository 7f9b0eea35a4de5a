import { AccountsService } from '../../src/accounts/accounts.service.js';
import type { Role } from '../../src/core/workflow/roles.js';
import type { Database, NewsroomHandle } from '../../src/platform/database/database.js';

export interface TestMember {
  readonly id: string;
  readonly email: string;
  readonly key: string;
}

/** A newsroom as an operator makes one, with as many people as a test asks for. */
export interface TestNewsroom {
  readonly id: string;
  readonly slug: string;
  readonly handle: NewsroomHandle;
  /** A new member with a key of their own role, or of the role that is said. */
  member(role: Role, options?: { keyRole?: Role; expiresAt?: Date }): Promise<TestMember>;
  /** A machine's key. */
  machine(): Promise<string>;
}

let count = 0;

/** Makes a newsroom through the same service as the command line. */
export async function makeNewsroom(database: Database): Promise<TestNewsroom> {
  const accounts = new AccountsService(database);
  const { id, slug } = await accounts.createNewsroom(`newsroom-${++count}`, `Newsroom ${count}`);
  return {
    id,
    slug,
    handle: database.forNewsroom(id),
    async member(role, { keyRole, expiresAt } = {}) {
      const email = `${role.toLowerCase()}-${++count}@test.invalid`;
      const member = await accounts.createMember(slug, { email, name: `Person ${count}`, role });
      const key = await accounts.createMemberKey(email, {
        newsroom: slug,
        role: keyRole,
        expiresAt: expiresAt ?? null,
      });
      return { id: member.id, email, key };
    },
    machine: () => accounts.createMachineKey(slug, 'a machine', null),
  };
}
