import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type {
  MutationChangeMemberRoleArgs,
  MutationDeactivateMemberArgs,
  MutationEraseMemberArgs,
  MutationInviteMemberArgs,
  MutationReactivateMemberArgs,
  MutationRevokeInvitationArgs,
  MutationSelectNewsroomArgs,
  MutationUpdateNewsroomArgs,
  QueryInvitationsArgs,
} from '../generated/graphql.js';
import { readPageRequest, toConnection } from '../platform/graphql/connection.js';
import { readMembers } from './accounts.store.js';
import { InvitationActions } from './invitation-actions.service.js';
import { countInvitations, type InvitationRow, pageOfInvitations } from './invitations.store.js';
import { MembersService } from './members.service.js';
import { NewsroomService } from './newsroom.service.js';
import { forgetLoaded, loadOne, type RequestContext } from './request-context.js';
import { requireRole } from './roles.js';

/** Every button on a newsroom's members and settings. */
@Resolver('Invitation')
export class MembersResolver {
  constructor(
    private readonly members: MembersService,
    private readonly invitations: InvitationActions,
    private readonly newsrooms: NewsroomService,
  ) {}

  @Query('invitations')
  async list(@Args() args: QueryInvitationsArgs, @Context() { viewer, read }: RequestContext) {
    requireRole(viewer.role, 'ADMIN');
    const page = readPageRequest(args, { list: 'invitations', parts: ['id'] });
    const before = page.after ? String(page.after[0]) : null;
    const rows = await read((tx) => pageOfInvitations(tx, page.first + 1, before));
    return toConnection(
      page,
      rows,
      (row) => [row.id],
      () => read(countInvitations),
    );
  }

  @ResolveField()
  status(@Parent() invitation: InvitationRow) {
    return this.invitations.statusOf(invitation);
  }

  @ResolveField()
  invitedBy(@Parent() { invitedById }: InvitationRow, @Context() context: RequestContext) {
    return invitedById && loadOne(context, readMembers, invitedById);
  }

  @Mutation()
  inviteMember(@Args() { input }: MutationInviteMemberArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.invitations.invite(context.viewer, input);
  }

  @Mutation()
  revokeInvitation(@Args() { id }: MutationRevokeInvitationArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.invitations.revoke(context.viewer, id);
  }

  @Mutation()
  changeMemberRole(@Args() { id, role }: MutationChangeMemberRoleArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.members.changeRole(context.viewer, id, role);
  }

  @Mutation()
  deactivateMember(@Args() { id, reassignTo }: MutationDeactivateMemberArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.members.deactivate(context.viewer, id, reassignTo ?? null);
  }

  @Mutation()
  reactivateMember(@Args() { id }: MutationReactivateMemberArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.members.reactivate(context.viewer, id);
  }

  @Mutation()
  eraseMember(@Args() { id }: MutationEraseMemberArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.members.erase(context.viewer, id);
  }

  @Mutation()
  updateNewsroom(@Args() { input }: MutationUpdateNewsroomArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.newsrooms.update(context.viewer, input);
  }

  /** What else this request reads is still of the newsroom with which it began, the answer's own fields excepted. */
  @Mutation()
  selectNewsroom(@Args() { id }: MutationSelectNewsroomArgs, @Context() context: RequestContext) {
    forgetLoaded(context);
    return this.newsrooms.select(context.viewer, id);
  }
}
