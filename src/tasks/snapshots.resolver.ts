import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { forgetLoaded, loadOne, type RequestContext } from '../accounts/request-context.js';
import type { MutationRetrySnapshotArgs } from '../generated/graphql.js';
import { PublicUrl } from '../platform/public-url.js';
import { EvidenceService } from './evidence.service.js';
import type { EvidenceRow } from './evidence.store.js';
import { readSnapshots, type SnapshotRow } from './snapshots.store.js';

/** What snapshots add to a piece of evidence. */
@Resolver('Evidence')
export class EvidenceSnapshotResolver {
  constructor(private readonly service: EvidenceService) {}

  @ResolveField()
  async snapshot(@Parent() { id, url }: EvidenceRow, @Context() context: RequestContext): Promise<SnapshotRow | null> {
    const snapshots = url === null ? [] : await loadOne(context, readSnapshots, id);
    return snapshots?.find((snapshot) => snapshot.url === url) ?? null;
  }

  @Mutation()
  retrySnapshot(@Args() { evidenceId }: MutationRetrySnapshotArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.service.retrySnapshot(context.viewer, evidenceId);
  }
}

@Resolver('EvidenceSnapshot')
export class SnapshotResolver {
  constructor(private readonly publicUrl: PublicUrl) {}

  @ResolveField()
  takenAt(@Parent() { status, takenAt }: SnapshotRow): Date | null {
    return status === 'STORED' ? takenAt : null;
  }

  @ResolveField()
  sha256(@Parent() { sha256 }: SnapshotRow): string | null {
    return sha256 && Buffer.from(sha256).toString('hex');
  }

  @ResolveField()
  size(@Parent() { content }: SnapshotRow): number | null {
    return content?.size ?? null;
  }

  @ResolveField()
  downloadUrl(@Parent() { id, status }: SnapshotRow): string | null {
    return status === 'STORED' ? `${this.publicUrl.base}/snapshots/${id}` : null;
  }
}
