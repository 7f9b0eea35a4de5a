import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { readMembers } from '../../accounts/accounts.store.js';
import { forgetLoaded, loadOne, type RequestContext } from '../../accounts/request-context.js';
import type {
  ImportFaultsArgs,
  MutationStartImportArgs,
  QueryExternalFactCheckArgs,
  QueryExternalFactChecksArgs,
  QueryImportArgs,
  QueryImportsArgs,
} from '../../generated/graphql.js';
import { type Connection, readPageRequest, toConnection } from '../../platform/graphql/connection.js';
import { isId } from '../../platform/ids.js';
import {
  countExternalFactChecks,
  type ExternalFactCheckRow,
  pageOfExternalFactChecks,
  readExternalFactChecks,
} from './external-fact-checks.store.js';
import { ImportsService } from './imports.service.js';
import {
  countFaults,
  countImports,
  type ImportFaultRow,
  type ImportRow,
  pageOfFaults,
  pageOfImports,
  readImports,
} from './imports.store.js';

@Resolver('Import')
export class ImportsResolver {
  constructor(private readonly service: ImportsService) {}

  @Query('import')
  async findImport(@Args() { id }: QueryImportArgs, @Context() context: RequestContext): Promise<ImportRow | null> {
    return isId(id) ? loadOne(context, readImports, id) : null;
  }

  @Query()
  async imports(@Args() args: QueryImportsArgs, @Context() { read }: RequestContext): Promise<Connection<ImportRow>> {
    const page = readPageRequest(args, { list: 'imports', parts: ['id'] });
    const after = page.after ? String(page.after[0]) : null;
    const rows = await read((tx) => pageOfImports(tx, page.first + 1, after));
    return toConnection(
      page,
      rows,
      (row) => [row.id],
      () => read(countImports),
    );
  }

  @Query()
  async externalFactCheck(@Args() { id }: QueryExternalFactCheckArgs, @Context() context: RequestContext) {
    return isId(id) ? loadOne(context, readExternalFactChecks, id) : null;
  }

  @Query()
  async externalFactChecks(
    @Args() args: QueryExternalFactChecksArgs,
    @Context() { read }: RequestContext,
  ): Promise<Connection<ExternalFactCheckRow>> {
    const page = readPageRequest(args, { list: 'external-fact-checks', parts: ['time', 'id'] });
    const filter = args.filter ?? {};
    const rows = await read((tx) => pageOfExternalFactChecks(tx, filter, page));
    return toConnection(
      page,
      rows,
      (row) => [row.createdAt.toISOString(), row.id],
      () => read((tx) => countExternalFactChecks(tx, filter)),
    );
  }

  @Mutation()
  startImport(@Args() { input }: MutationStartImportArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.service.start(context.viewer, input);
  }

  @ResolveField()
  progress(@Parent() { status, items, total }: ImportRow): number {
    if (status === 'DONE') return 1;
    return total === null ? 0 : items / Math.max(total, 1);
  }

  @ResolveField()
  member(@Parent() { memberId }: ImportRow, @Context() context: RequestContext) {
    return memberId && loadOne(context, readMembers, memberId);
  }

  @ResolveField()
  async faults(
    @Parent() { id }: ImportRow,
    @Args() args: ImportFaultsArgs,
    @Context() { read }: RequestContext,
  ): Promise<Connection<ImportFaultRow>> {
    const page = readPageRequest(args, { list: `import-faults ${id}`, parts: ['integer'] });
    const after = page.after ? Number(page.after[0]) : 0;
    const rows = await read((tx) => pageOfFaults(tx, id, page.first + 1, after));
    return toConnection(
      page,
      rows,
      (row) => [row.number],
      () => read((tx) => countFaults(tx, id)),
    );
  }
}
