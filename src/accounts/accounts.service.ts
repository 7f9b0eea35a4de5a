import { Inject, Injectable } from '@nestjs/common';
import { ROLES, type Role as MemberRole } from '../core/workflow/roles.js';
import { CLOCK, type Clock, systemClock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import { badInput, notFound, RequestError } from '../platform/request-error.js';
import { addMember, addNewsroom, findMember, findMembersByEmail, findNewsroomBySlug } from './accounts.store.js';
import type { AuditAction } from './audit/audit-actions.js';
import { type AuditRecord, recordAuditEvent } from './audit/record-audit-event.js';
import { newApiKey } from './api-keys.js';
import { addApiKey } from './api-keys.store.js';
import { lowerRole, type Role } from './roles.js';

/** What an operator does at the command line: newsrooms, their members and keys. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock = systemClock,
  ) {}

  /** Makes a newsroom. Throws BAD_USER_INPUT for a slug that cannot stand in an address, CONFLICT for one in use. */
  async createNewsroom(slug: string, name: string): Promise<{ id: string; slug: string; name: string }> {
    if (!/^[a-z0-9][a-z0-9-]{1,62}$/.test(slug)) {
      throw badInput({ slug: 'must be 2 to 63 lower-case Latin letters, digits and hyphens' });
    }
    if (name.trim() === '') throw badInput({ name: 'is blank' });
    if (await this.findNewsroom(slug)) throw new RequestError('CONFLICT', `The newsroom ${slug} is there already`);
    // The row's own id is the newsroom that the database limits the transaction to.
    const id = newId();
    return this.database.forNewsroom(id).transaction(async (tx) => {
      const newsroom = await addNewsroom(tx, { id, slug, name });
      await this.record(tx, id, 'NEWSROOM_MADE');
      return newsroom;
    });
  }

  findNewsroom(slug: string) {
    return this.database.forSystem('directory').transaction((tx) => findNewsroomBySlug(tx, slug));
  }

  /** Adds a person to a newsroom. Throws NOT_FOUND, BAD_USER_INPUT, or CONFLICT where they are a member already. */
  async createMember(newsroomSlug: string, member: { email: string; name: string; role: string }) {
    const newsroom = await this.getNewsroom(newsroomSlug);
    const email = member.email.trim().toLowerCase();
    if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw badInput({ email: 'must be an e-mail address' });
    const role = readMemberRole(member.role);
    return this.database.forNewsroom(newsroom.id).transaction(async (tx) => {
      if (await findMember(tx, newsroom.id, email)) {
        throw new RequestError('CONFLICT', `${email} is a member of ${newsroomSlug} already`);
      }
      const name = member.name.trim() || email;
      const added = await addMember(tx, { newsroomId: newsroom.id, email, name, role });
      await this.record(tx, newsroom.id, 'MEMBER_JOINED', { kind: 'MEMBER', id: added.id }, { role });
      return added;
    });
  }

  /** Makes a member's key, at most as high as their role, and gives it in clear, for the one time. */
  async createMemberKey(email: string, options: { newsroom?: string; role?: string; expiresAt: Date | null }) {
    const wanted = options.newsroom ? (await this.getNewsroom(options.newsroom)).id : null;
    const found = await this.database
      .forSystem('authenticate')
      .transaction((tx) => findMembersByEmail(tx, email.trim().toLowerCase()));
    const members = found.filter((member) => wanted === null || member.newsroomId === wanted);
    if (members.length === 0) throw notFound(`A member ${email}`);
    if (members.length > 1) throw badInput({ newsroom: `${email} is a member of several newsrooms: say which` });
    const member = members[0]!;
    const role = options.role ? lowerRole(readMemberRole(options.role), member.role) : member.role;
    return this.addKey(member.newsroomId, { memberId: member.id, role, label: email, expiresAt: options.expiresAt });
  }

  /** Makes a machine's key and gives it in clear, for the one time. */
  async createMachineKey(newsroomSlug: string, label: string, expiresAt: Date | null): Promise<string> {
    const newsroom = await this.getNewsroom(newsroomSlug);
    return this.addKey(newsroom.id, { memberId: null, role: 'INTEGRATION', label, expiresAt });
  }

  private async addKey(
    newsroomId: string,
    key: { memberId: string | null; role: Role; label: string; expiresAt: Date | null },
  ): Promise<string> {
    const clear = newApiKey();
    await this.database.forNewsroom(newsroomId).transaction(async (tx) => {
      const { id } = await addApiKey(tx, { newsroomId, ...key, key: clear });
      await this.record(tx, newsroomId, 'API_KEY_MADE', { kind: 'API_KEY', id }, { role: key.role });
    });
    return clear;
  }

  private record(
    tx: Transaction,
    newsroomId: string,
    action: AuditAction,
    subject?: AuditRecord['subject'],
    data?: AuditRecord['data'],
  ): Promise<string> {
    const actor = { kind: 'OPERATOR' as const };
    return recordAuditEvent(tx, { newsroomId, action, actor, at: this.clock.now(), subject, data });
  }

  private async getNewsroom(slug: string) {
    const newsroom = await this.findNewsroom(slug);
    if (!newsroom) throw notFound(`The newsroom ${slug}`);
    return newsroom;
  }
}

function readMemberRole(value: string): MemberRole {
  const role = value.toUpperCase() as MemberRole;
  if (!ROLES.includes(role)) throw badInput({ role: `must be one of ${ROLES.join(', ')}` });
  return role;
}
