import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../../accounts/request-context.js';
import { requireRole } from '../../accounts/roles.js';
import type { QueryAuditEventsArgs } from '../../generated/graphql.js';
import { readPageRequest, toConnection } from '../../platform/graphql/connection.js';
import { AUDIT_CURSOR, type AuditEventRow, countAudit, pageOfAudit } from './audit-list.js';
import { findHead } from './seal-events.js';
import { toHex } from './seal.js';

/** The record of all that was done, for those who answer for it. */
@Resolver('AuditEvent')
export class AuditResolver {
  @Query()
  async auditEvents(@Args() args: QueryAuditEventsArgs, @Context() { viewer, read }: RequestContext) {
    requireRole(viewer.role, 'EDITOR');
    const filter = args.filter ?? {};
    const page = readPageRequest(args, AUDIT_CURSOR);
    const rows = await read((tx) => pageOfAudit(tx, filter, page));
    return toConnection(
      page,
      rows,
      (row) => [row.at.toISOString(), row.id],
      () => read((tx) => countAudit(tx, filter)),
    );
  }

  @Query()
  async auditHead(@Context() { viewer, read }: RequestContext) {
    requireRole(viewer.role, 'EDITOR');
    const seal = await read((tx) => findHead(tx, viewer.newsroom.newsroomId));
    return seal && { number: seal.number, sealedAt: seal.sealedAt, head: toHex(seal.head) };
  }

  @ResolveField('__resolveType')
  typeOf(event: AuditEventRow): 'TaskEvent' | 'NewsroomEvent' {
    return 'taskId' in event ? 'TaskEvent' : 'NewsroomEvent';
  }
}
