import { betterAuth } from 'better-auth';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import type pg from 'pg';

/** A person's identity, whatever newsrooms they belong to. */
export interface SignedInUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/** The client registration at an OpenID provider; any member with the e-mail address that it vouches for may come in. */
export interface SingleSignOn {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface AuthOptions {
  /** Reaches the schema "auth" alone. */
  readonly pool: pg.Pool;
  readonly secret: string;
  readonly publicUrl: string;
  readonly ownOrigins: readonly string[];
  readonly singleSignOn: SingleSignOn | null;
  /** Whether the person belongs to a newsroom, or is invited to one. */
  mayComeIn(email: string): Promise<boolean>;
  /** Called before each session: throws where there is nothing to sign in to. */
  beforeSession(userId: string): Promise<void>;
  sendPasswordReset(userId: string, token: string): Promise<void>;
  report(message: string): void;
}

export const PASSWORD_LENGTH = { least: 10, most: 128 } as const;
/** The name that the provider of ISNAD_OIDC_ISSUER has in addresses. */
export const OIDC_PROVIDER = 'oidc';
/** The address that the service itself saw, put there by the route and nobody else. */
export const ADDRESS_HEADER = 'x-isnad-address';
export const RESET_LINK_SECONDS = 3_600;

const SESSION_DAYS = 14;

/**
 * better-auth as Isnad runs it: passwords hashed by its scrypt, sessions that the database can end, TOTP with recovery
 * codes, one OpenID provider. Nobody signs up: people come by invitation. Its own limits are off, since attempts are
 * counted across processes by sign-in-attempts.ts.
 */
export function createAuth(options: AuthOptions) {
  const { pool, secret, publicUrl, ownOrigins, singleSignOn } = options;
  return betterAuth({
    appName: 'Isnad',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    database: pool,
    trustedOrigins: [...ownOrigins],
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { level: 'error', log: (_level, message) => options.report(message) },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: RESET_LINK_SECONDS,
      sendResetPassword: ({ user, token }) => options.sendPasswordReset(user.id, token),
    },
    session: {
      expiresIn: SESSION_DAYS * 86_400,
      updateAge: 86_400,
      additionalFields: { newsroomId: { type: 'string', required: false, input: false } },
    },
    account: {
      encryptOAuthTokens: true,
      accountLinking: { enabled: true, trustedProviders: [OIDC_PROVIDER], updateUserInfoOnLink: false },
    },
    // Links and second-factor challenges cannot be read out of the database.
    verification: { storeIdentifier: 'hashed' },
    user: {
      validateUserInfo: async ({ user, source }) => {
        if (source.method !== 'oauth') return;
        // A provider that says it has not checked the address vouches for nobody.
        if (source.oauth?.profile?.['email_verified'] === false) return { error: 'email_not_verified' };
        if (!(await options.mayComeIn(String(user.email).toLowerCase()))) return { error: 'not_a_member' };
      },
    },
    databaseHooks: { session: { create: { before: ({ userId }) => options.beforeSession(userId) } } },
    advanced: {
      cookiePrefix: 'isnad',
      // Said, because the library lets it lapse under NODE_ENV=test.
      disableOriginCheck: false,
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    plugins: [
      twoFactor({ issuer: 'Isnad', backupCodeOptions: { storeBackupCodes: 'encrypted' } }),
      ...(singleSignOn
        ? [
            genericOAuth({
              config: [
                {
                  providerId: OIDC_PROVIDER,
                  discoveryUrl: `${singleSignOn.issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
                  clientId: singleSignOn.clientId,
                  clientSecret: singleSignOn.clientSecret,
                  scopes: ['openid', 'email', 'profile'],
                  pkce: true,
                  requireIdTokenVerification: true,
                  // Providers may leave the name out; a person is then called by their address.
                  mapProfileToUser: (profile) => ({
                    name: String(profile['name'] ?? profile['email'] ?? ''),
                    // Not absent means checked: validateUserInfo has refused what the provider denies.
                    emailVerified: profile['email_verified'] !== false,
                  }),
                },
              ],
            }),
          ]
        : []),
    ],
  });
}

export type Auth = ReturnType<typeof createAuth>;
