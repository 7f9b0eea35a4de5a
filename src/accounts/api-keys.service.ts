import { Inject, Injectable } from '@nestjs/common';
import type { CreateApiKeyInput } from '../generated/graphql.js';
import type { ApiKey } from '../generated/prisma/client.js';
import { CLOCK, type Clock } from '../platform/clock.js';
import type { Transaction } from '../platform/database/database.js';
import { isId } from '../platform/ids.js';
import { badInput, notFound, RequestError } from '../platform/request-error.js';
import { lineFault } from '../platform/text-fault.js';
import type { AuditAction } from './audit/audit-actions.js';
import { recordAct } from './audit/record-act.js';
import type { AuditRecord } from './audit/record-audit-event.js';
import { addApiKey, findKey, lockKey } from './api-keys.store.js';
import { newApiKey } from './api-keys.js';
import { readOverlap } from './read-overlap.js';
import { isMemberRole, lowerRole, requireRole } from './roles.js';
import type { Viewer } from './viewer.js';

export interface ShownKey {
  readonly apiKey: ApiKey;
  readonly key: string;
}

/** Keys as their holders handle them. Nobody makes a key for another person: it would be a second pair of their eyes. */
@Injectable()
export class ApiKeysService {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** A key made with a key is neither higher nor lives longer than that one. */
  async create(viewer: Viewer, input: CreateApiKeyInput): Promise<ShownKey> {
    const machine = input.machine ?? false;
    requireRole(viewer.role, machine ? 'ADMIN' : 'VIEWER');
    const label = input.label.trim();
    const role = machine ? 'INTEGRATION' : lowerRole((input.role as typeof viewer.role) ?? viewer.role, viewer.role);
    const faults = keyFaults(input, label, this.clock.now());
    if (Object.keys(faults).length > 0) throw badInput(faults);
    return viewer.newsroom.transaction(async (tx) => {
      const own = viewer.apiKeyId ? await findKey(tx, viewer.apiKeyId) : null;
      const expiresAt = earlier(input.expiresAt ?? null, own?.expiresAt ?? null);
      const owner = { newsroomId: viewer.newsroom.newsroomId, memberId: machine ? null : viewer.memberId };
      const made = await make(tx, { ...owner, role, label, expiresAt });
      await this.record(tx, viewer, 'API_KEY_MADE', made.apiKey.id, { role });
      return made;
    });
  }

  /**
   * The new key has the old one's holder, role and expiry. The row is locked: of two who rotate a key at the same moment
   * the second is refused, and no key is left over that nobody knows of.
   */
  async rotate(viewer: Viewer, id: string, overlapMinutes: number | null): Promise<ShownKey> {
    return viewer.newsroom.transaction(async (tx) => {
      const old = await this.lockOwn(tx, viewer, id);
      if (old.memberId !== null && old.memberId !== viewer.memberId) {
        throw new RequestError('FORBIDDEN', "Another member's key can be revoked, not rotated");
      }
      const overlapMs = readOverlap(overlapMinutes);
      const now = this.clock.now();
      if (old.revokedAt || old.replacedById || (old.expiresAt && old.expiresAt <= now)) {
        throw new RequestError('CONFLICT', 'This key was revoked, rotated before, or has expired: make a new one');
      }
      const { newsroomId, memberId, role, label, expiresAt } = old;
      const made = await make(tx, { newsroomId, memberId, role, label, expiresAt });
      const end = earlier(expiresAt, new Date(now.getTime() + overlapMs));
      await tx.apiKey.update({ where: { id }, data: { replacedById: made.apiKey.id, expiresAt: end } });
      await this.record(tx, viewer, 'API_KEY_ROTATED', id, { replacedById: made.apiKey.id });
      return made;
    });
  }

  /** Pressed twice, the second press changes nothing. */
  async revoke(viewer: Viewer, id: string): Promise<ApiKey> {
    return viewer.newsroom.transaction(async (tx) => {
      const key = await this.lockOwn(tx, viewer, id);
      if (key.revokedAt) return key;
      await this.record(tx, viewer, 'API_KEY_REVOKED', id);
      return tx.apiKey.update({ where: { id }, data: { revokedAt: this.clock.now() } });
    });
  }

  /** Whose keys the viewer sees: null means everybody's. */
  visibleTo(viewer: Viewer): { memberId?: string } | null {
    if (viewer.role === 'ADMIN') return {};
    return viewer.memberId === null ? null : { memberId: viewer.memberId };
  }

  private record(tx: Transaction, viewer: Viewer, action: AuditAction, id: string, data?: AuditRecord['data']) {
    return recordAct(tx, viewer, { action, at: this.clock.now(), subject: { kind: 'API_KEY', id }, data });
  }

  private async lockOwn(tx: Transaction, viewer: Viewer, id: string): Promise<ApiKey> {
    const key = isId(id) ? await lockKey(tx, id) : null;
    if (!key) throw notFound('The API key');
    if (key.memberId === null || key.memberId !== viewer.memberId) requireRole(viewer.role, 'ADMIN');
    return key;
  }
}

async function make(tx: Transaction, key: Omit<Parameters<typeof addApiKey>[1], 'key'>): Promise<ShownKey> {
  const clear = newApiKey();
  return { apiKey: await addApiKey(tx, { ...key, key: clear }), key: clear };
}

function keyFaults({ machine, role, expiresAt }: CreateApiKeyInput, label: string, now: Date): Record<string, string> {
  const labelFault = lineFault(label, 200);
  const roleFault = machine
    ? role && role !== 'INTEGRATION' && 'is INTEGRATION for a machine'
    : role && !isMemberRole(role) && 'belongs to machines: say machine: true';
  return {
    ...(labelFault ? { label: labelFault } : {}),
    ...(roleFault ? { role: roleFault } : {}),
    ...(expiresAt && expiresAt <= now ? { expiresAt: 'is in the past' } : {}),
  };
}

function earlier(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b;
  return a < b ? a : b;
}
