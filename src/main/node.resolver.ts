import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { readMembers, readNewsrooms } from '../accounts/accounts.store.js';
import { readNewsroomEvents } from '../accounts/audit/newsroom-events.store.js';
import { isMemberRole, type Role } from '../accounts/roles.js';
import { type BatchRead, loadOne, type RequestContext } from '../accounts/request-context.js';
import { readArticles } from '../articles/articles.store.js';
import { readClaims, readQuotes } from '../claims/claims.store.js';
import { isAtLeast, type Role as MemberRole } from '../core/workflow/roles.js';
import { readCorrectionsById } from '../fact-checks/corrections.store.js';
import { readFactChecks } from '../fact-checks/fact-checks.store.js';
import { readExports } from '../integrations/exports/exports.store.js';
import { readExternalFactChecks } from '../integrations/imports/external-fact-checks.store.js';
import { readImports } from '../integrations/imports/imports.store.js';
import type { QueryNodeArgs } from '../generated/graphql.js';
import { readDeliveries } from '../integrations/webhooks/deliveries.store.js';
import { readFeeds } from '../integrations/feeds/feeds.store.js';
import { readWebhooks } from '../integrations/webhooks/webhooks.store.js';
import { isId } from '../platform/ids.js';
import { readEvidenceById } from '../tasks/evidence.store.js';
import { readEvents, readTasks } from '../tasks/tasks.store.js';
import { readVerdictsById } from '../tasks/verdicts.store.js';

type Row = { id: string };

const mayAct = (role: Role, least: MemberRole): boolean => isMemberRole(role) && isAtLeast(role, least);

interface Kind {
  readonly table: string;
  readonly read: BatchRead<string, Row>;
  /** Who may see it at all; everybody of the newsroom where it is left out. */
  readonly least?: MemberRole;
}

/** What can be found by id alone, with how it is read. */
const NODES: Readonly<Record<string, Kind>> = {
  Newsroom: { table: 'newsrooms', read: readNewsrooms },
  Member: { table: 'members', read: readMembers },
  Article: { table: 'articles', read: readArticles },
  Quote: { table: 'quotes', read: readQuotes },
  Claim: { table: 'claims', read: readClaims },
  ReviewTask: { table: 'review_tasks', read: readTasks },
  TaskEvent: { table: 'task_events', read: readEvents },
  NewsroomEvent: { table: 'newsroom_events', read: readNewsroomEvents },
  Evidence: { table: 'evidence', read: readEvidenceById },
  Verdict: { table: 'verdicts', read: readVerdictsById },
  FactCheck: { table: 'fact_checks', read: readFactChecks },
  Export: { table: 'exports', read: readExports },
  Import: { table: 'imports', read: readImports },
  ExternalFactCheck: { table: 'external_fact_checks', read: readExternalFactChecks },
  Correction: { table: 'corrections', read: readCorrectionsById },
  Feed: { table: 'feeds', read: readFeeds, least: 'EDITOR' },
  Webhook: { table: 'webhooks', read: readWebhooks, least: 'ADMIN' },
  WebhookDelivery: { table: 'webhook_deliveries', read: readDeliveries, least: 'ADMIN' },
};

/** Which kind of thing has this id, asked of all tables at once; row-level security hides other newsrooms'. */
const WHICH = Object.entries(NODES)
  .map(([type, { table }]) => `select '${type}' as type from ${table} where id = $1::uuid`)
  .join(' union all ');

@Resolver('Node')
export class NodeResolver {
  @Query()
  async node(
    @Args() { id }: QueryNodeArgs,
    @Context() context: RequestContext,
  ): Promise<(Row & { __typename: string }) | null> {
    if (!isId(id)) return null;
    const found = await context.read((tx) => tx.$queryRawUnsafe<{ type: string }[]>(WHICH, id));
    const type = found[0]?.type;
    const kind = type === undefined ? undefined : NODES[type];
    if (!type || !kind || (kind.least && !mayAct(context.viewer.role, kind.least))) return null;
    const row = await loadOne(context, kind.read, id);
    return row ? { ...row, __typename: type } : null;
  }

  @ResolveField('__resolveType')
  typeOf(node: { __typename: string }): string {
    return node.__typename;
  }
}
