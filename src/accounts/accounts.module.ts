import { Module } from '@nestjs/common';
import { ViewerResolver } from './accounts.resolver.js';
import { AccountsService } from './accounts.service.js';
import { Authenticator } from './authenticator.js';
import { Invitations } from './invitations.service.js';
import { Memberships } from './memberships.js';
import { PasswordResets } from './password-resets.js';
import { SignIn } from './sign-in/sign-in.js';
import { SignInAttempts } from './sign-in/sign-in-attempts.js';

const SHARED = [Authenticator, AccountsService, Invitations, Memberships, SignIn, SignInAttempts];

@Module({ providers: [...SHARED, PasswordResets, ViewerResolver], exports: SHARED })
export class AccountsModule {}
