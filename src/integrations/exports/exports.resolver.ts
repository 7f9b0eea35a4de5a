import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { readMembers } from '../../accounts/accounts.store.js';
import { forgetLoaded, loadOne, type RequestContext } from '../../accounts/request-context.js';
import type { MutationStartExportArgs, QueryExportArgs, QueryExportsArgs } from '../../generated/graphql.js';
import { type Connection, readPageRequest, toConnection } from '../../platform/graphql/connection.js';
import { isId } from '../../platform/ids.js';
import { PublicUrl } from '../../platform/public-url.js';
import { ExportsService, mayExport } from './exports.service.js';
import { countExports, type ExportRow, pageOfExports, readExports } from './exports.store.js';

@Resolver('Export')
export class ExportsResolver {
  constructor(
    private readonly service: ExportsService,
    private readonly publicUrl: PublicUrl,
  ) {}

  @Query('export')
  async findExport(@Args() { id }: QueryExportArgs, @Context() context: RequestContext): Promise<ExportRow | null> {
    return isId(id) ? loadOne(context, readExports, id) : null;
  }

  @Query()
  async exports(@Args() args: QueryExportsArgs, @Context() { read }: RequestContext): Promise<Connection<ExportRow>> {
    const page = readPageRequest(args, { list: 'exports', parts: ['id'] });
    const after = page.after ? String(page.after[0]) : null;
    const rows = await read((tx) => pageOfExports(tx, page.first + 1, after));
    return toConnection(
      page,
      rows,
      (row) => [row.id],
      () => read(countExports),
    );
  }

  @Mutation()
  startExport(@Args() { input }: MutationStartExportArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.service.start(context.viewer, input);
  }

  /** Rows come and go while a file is written: only a finished one is whole. */
  @ResolveField()
  progress(@Parent() { status, rows, total }: ExportRow): number {
    if (status === 'READY' || status === 'EXPIRED') return 1;
    return total === null ? 0 : Math.min(rows / Math.max(total, 1), 0.99);
  }

  @ResolveField()
  url(@Parent() { id, kind, status }: ExportRow, @Context() { viewer }: RequestContext): string | null {
    return status === 'READY' && mayExport(viewer.role, kind) ? `${this.publicUrl.base}/exports/${id}` : null;
  }

  @ResolveField()
  member(@Parent() { memberId }: ExportRow, @Context() context: RequestContext) {
    return memberId && loadOne(context, readMembers, memberId);
  }
}
