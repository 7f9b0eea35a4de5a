-- CreateEnum
CREATE TYPE "Digits" AS ENUM ('ARABIC_INDIC', 'EUROPEAN');

-- AlterTable
ALTER TABLE "newsrooms" ADD COLUMN     "digits" "Digits" NOT NULL DEFAULT 'EUROPEAN',
ADD COLUMN     "languages" TEXT[] DEFAULT ARRAY['ar', 'en', 'fr']::TEXT[],
ADD COLUMN     "logo_url" TEXT,
ADD COLUMN     "public_name" TEXT,
ADD COLUMN     "shows_members" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "time_zone" TEXT NOT NULL DEFAULT 'UTC';

-- AlterTable
ALTER TABLE "members" ADD COLUMN     "erased_at" TIMESTAMPTZ(3),
ADD COLUMN     "user_id" UUID;

-- AlterTable
ALTER TABLE "api_keys" ADD COLUMN     "hint" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "replaced_by_id" UUID;

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "newsroom_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "language" TEXT NOT NULL,
    "invited_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "invitations_newsroom_id_id_key" ON "invitations"("newsroom_id", "id");

-- CreateIndex
CREATE INDEX "invitations_email_idx" ON "invitations"("email");

-- CreateIndex
CREATE INDEX "members_user_id_idx" ON "members"("user_id");

-- CreateIndex
CREATE INDEX "members_email_idx" ON "members"("email");

-- CreateIndex
CREATE UNIQUE INDEX "members_newsroom_id_user_id_key" ON "members"("newsroom_id", "user_id");

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_newsroom_id_replaced_by_id_fkey" FOREIGN KEY ("newsroom_id", "replaced_by_id") REFERENCES "api_keys"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_newsroom_id_fkey" FOREIGN KEY ("newsroom_id") REFERENCES "newsrooms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_newsroom_id_invited_by_id_fkey" FOREIGN KEY ("newsroom_id", "invited_by_id") REFERENCES "members"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;


-- What follows, Prisma's schema language cannot say.

-- One invitation of an address waits at a time; inviting again sends a new link for the same one.
CREATE UNIQUE INDEX "invitations_one_open" ON "invitations" ("newsroom_id", "email")
  WHERE "accepted_at" IS NULL AND "revoked_at" IS NULL;
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_of_people" CHECK ("role" <> 'INTEGRATION');

GRANT SELECT, INSERT, UPDATE, DELETE ON "invitations" TO isnad_app;
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_newsroom" ON "invitations" TO isnad_app USING ("newsroom_id" = (SELECT app_newsroom()));
-- Before a newsroom is known: who may come in by single sign-on, what a link invites to, which newsrooms one belongs to.
CREATE POLICY "authenticate" ON "invitations" FOR SELECT TO isnad_app USING ((SELECT app_purpose()) = 'authenticate');
CREATE POLICY "authenticate" ON "newsrooms" FOR SELECT TO isnad_app USING ((SELECT app_purpose()) = 'authenticate');

-- Sign-in belongs to no newsroom: a person may be a member of several. Its tables are better-auth's (names included), in
-- a schema of their own that only the connections of src/accounts/sign-in can read: those that state its purpose.
CREATE SCHEMA "auth";
CREATE TABLE "auth"."user" ("id" uuid DEFAULT gen_random_uuid() NOT NULL PRIMARY KEY, "name" text NOT NULL, "email" text NOT NULL UNIQUE, "emailVerified" boolean NOT NULL, "image" text, "createdAt" timestamptz DEFAULT CURRENT_TIMESTAMP NOT NULL, "updatedAt" timestamptz DEFAULT CURRENT_TIMESTAMP NOT NULL, "twoFactorEnabled" boolean);
CREATE TABLE "auth"."session" ("id" uuid DEFAULT gen_random_uuid() NOT NULL PRIMARY KEY, "expiresAt" timestamptz NOT NULL, "token" text NOT NULL UNIQUE, "createdAt" timestamptz DEFAULT CURRENT_TIMESTAMP NOT NULL, "updatedAt" timestamptz NOT NULL, "ipAddress" text, "userAgent" text, "userId" uuid NOT NULL REFERENCES "auth"."user" ("id") ON DELETE CASCADE, "newsroomId" text);
CREATE TABLE "auth"."account" ("id" uuid DEFAULT gen_random_uuid() NOT NULL PRIMARY KEY, "accountId" text NOT NULL, "providerId" text NOT NULL, "userId" uuid NOT NULL REFERENCES "auth"."user" ("id") ON DELETE CASCADE, "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text, "createdAt" timestamptz DEFAULT CURRENT_TIMESTAMP NOT NULL, "updatedAt" timestamptz NOT NULL);
CREATE TABLE "auth"."verification" ("id" uuid DEFAULT gen_random_uuid() NOT NULL PRIMARY KEY, "identifier" text NOT NULL, "value" text NOT NULL, "expiresAt" timestamptz NOT NULL, "createdAt" timestamptz DEFAULT CURRENT_TIMESTAMP NOT NULL, "updatedAt" timestamptz DEFAULT CURRENT_TIMESTAMP NOT NULL);
CREATE TABLE "auth"."twoFactor" ("id" uuid DEFAULT gen_random_uuid() NOT NULL PRIMARY KEY, "secret" text NOT NULL, "backupCodes" text NOT NULL, "userId" uuid NOT NULL REFERENCES "auth"."user" ("id") ON DELETE CASCADE, "verified" boolean, "failedVerificationCount" integer, "lockedUntil" timestamptz);
CREATE INDEX "session_userId_idx" ON "auth"."session" ("userId");
CREATE INDEX "account_userId_idx" ON "auth"."account" ("userId");
CREATE INDEX "verification_identifier_idx" ON "auth"."verification" ("identifier");
CREATE INDEX "twoFactor_secret_idx" ON "auth"."twoFactor" ("secret");
CREATE INDEX "twoFactor_userId_idx" ON "auth"."twoFactor" ("userId");
-- Two accounts at one provider are never the same person's twice, however many callbacks come at once.
CREATE UNIQUE INDEX "account_provider_key" ON "auth"."account" ("providerId", "accountId");
-- Counts failed attempts to sign in, in the form of rate-limiter-flexible.
CREATE TABLE "auth"."sign_in_attempts" ("key" varchar(255) PRIMARY KEY, "points" integer NOT NULL DEFAULT 0, "expire" bigint);

GRANT USAGE ON SCHEMA "auth" TO isnad_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "auth" TO isnad_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['user', 'session', 'account', 'verification', 'twoFactor', 'sign_in_attempts'] LOOP
    EXECUTE format('ALTER TABLE "auth".%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY "sign_in" ON "auth".%I TO isnad_app USING ((SELECT app_purpose()) = ''sign-in'')', t);
  END LOOP;
END $$;
