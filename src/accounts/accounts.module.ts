import { Module } from '@nestjs/common';
import { MemberResolver, ViewerResolver } from './accounts.resolver.js';
import { AccountsService } from './accounts.service.js';
import { NewsroomEventResolver } from './audit/newsroom-events.resolver.js';
import { ApiKeysResolver } from './api-keys.resolver.js';
import { ApiKeysService } from './api-keys.service.js';
import { Authenticator } from './authenticator.js';
import { Departures } from './departures.js';
import { FirstSignIn } from './first-sign-in.js';
import { InvitationActions } from './invitation-actions.service.js';
import { Invitations } from './invitations.service.js';
import { MembersResolver } from './members.resolver.js';
import { MembersService } from './members.service.js';
import { Memberships } from './memberships.js';
import { NewsroomService } from './newsroom.service.js';
import { PasswordResets } from './password-resets.js';
import { SignIn } from './sign-in/sign-in.js';
import { SignInAttempts } from './sign-in/sign-in-attempts.js';

const SHARED = [
  Authenticator,
  AccountsService,
  Departures,
  FirstSignIn,
  InvitationActions,
  Invitations,
  Memberships,
  SignIn,
  SignInAttempts,
];

@Module({
  providers: [
    ...SHARED,
    ApiKeysService,
    MembersService,
    NewsroomService,
    PasswordResets,
    ViewerResolver,
    MemberResolver,
    MembersResolver,
    ApiKeysResolver,
    NewsroomEventResolver,
  ],
  exports: SHARED,
})
export class AccountsModule {}
