-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('ADMIN', 'EDITOR', 'REVIEWER', 'FACT_CHECKER', 'VIEWER', 'INTEGRATION');

-- CreateEnum
CREATE TYPE "ArticleStatus" AS ENUM ('RECEIVED', 'EXTRACTING', 'READY', 'FAILED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "QuoteType" AS ENUM ('DIRECT', 'INDIRECT', 'MIXED');

-- CreateEnum
CREATE TYPE "ClaimStance" AS ENUM ('ASSERTED', 'DENIED', 'REPORTED', 'PREDICTED');

-- CreateEnum
CREATE TYPE "SpeakerKind" AS ENUM ('PERSON', 'ORGANIZATION', 'GROUP', 'MEDIA', 'DOCUMENT');

-- CreateEnum
CREATE TYPE "ReviewTaskKind" AS ENUM ('QUOTE', 'CLAIM');

-- CreateEnum
CREATE TYPE "ReviewTaskStatus" AS ENUM ('PENDING', 'OPEN', 'IN_PROGRESS', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED', 'PUBLISHED', 'DISMISSED');

-- CreateEnum
CREATE TYPE "JobState" AS ENUM ('WAITING', 'RELAYED', 'DONE', 'FAILED');

-- CreateTable
CREATE TABLE "newsrooms" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "newsrooms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "members" (
    "id" UUID NOT NULL,
    "newsroom_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deactivated_at" TIMESTAMPTZ(3),

    CONSTRAINT "members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "id" UUID NOT NULL,
    "newsroom_id" UUID NOT NULL,
    "member_id" UUID,
    "role" "Role" NOT NULL,
    "label" TEXT NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "articles" (
    "id" UUID NOT NULL,
    "newsroom_id" UUID NOT NULL,
    "external_id" TEXT,
    "source_url" TEXT,
    "title" TEXT,
    "title_folded" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'und',
    "published_at" TIMESTAMPTZ(3),
    "status" "ArticleStatus" NOT NULL DEFAULT 'RECEIVED',
    "failure" TEXT,
    "text_hash" BYTEA NOT NULL,
    "version_number" INTEGER NOT NULL DEFAULT 1,
    "extracted_version" INTEGER,
    "tasks_total" INTEGER NOT NULL DEFAULT 0,
    "tasks_prepared" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "articles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_versions" (
    "id" UUID NOT NULL,
    "newsroom_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "text_folded" TEXT NOT NULL,
    "text_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "article_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "speakers" (
    "id" UUID NOT NULL,
    "newsroom_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "name" TEXT,
    "name_folded" TEXT NOT NULL,
    "kind" "SpeakerKind",
    "anonymous" BOOLEAN NOT NULL,
    "anonymity_reason" TEXT,

    CONSTRAINT "speakers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quotes" (
    "id" UUID NOT NULL,
    "newsroom_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "version_number" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "type" "QuoteType" NOT NULL,
    "text" TEXT NOT NULL,
    "spans" JSONB NOT NULL,
    "speaker_id" UUID,
    "mention" JSONB,
    "cue" JSONB,
    "chain" JSONB NOT NULL,
    "rule" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "quotes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claims" (
    "id" UUID NOT NULL,
    "newsroom_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "version_number" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "spans" JSONB NOT NULL,
    "speaker_id" UUID,
    "mention" JSONB,
    "chain" JSONB NOT NULL,
    "stance" "ClaimStance" NOT NULL,
    "proposition" TEXT NOT NULL,
    "check_worthiness" DOUBLE PRECISION NOT NULL,
    "reasons" JSONB NOT NULL,
    "appearances" JSONB NOT NULL,
    "rule" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "quote_id" UUID,
    "denies_id" UUID,

    CONSTRAINT "claims_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_tasks" (
    "id" UUID NOT NULL,
    "newsroom_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "kind" "ReviewTaskKind" NOT NULL,
    "quote_id" UUID,
    "claim_id" UUID,
    "status" "ReviewTaskStatus" NOT NULL DEFAULT 'PENDING',
    "version" INTEGER NOT NULL DEFAULT 0,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "assignee_id" UUID,
    "lease_expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "language" TEXT NOT NULL,
    "stance" "ClaimStance",
    "anonymous" BOOLEAN NOT NULL,
    "speaker_folded" TEXT NOT NULL,
    "text_folded" TEXT NOT NULL,
    "check_worthiness" DOUBLE PRECISION NOT NULL,
    "text_position" INTEGER NOT NULL,

    CONSTRAINT "review_tasks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_events" (
    "newsroom_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "actor_id" UUID,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "task_events_pkey" PRIMARY KEY ("newsroom_id","task_id","number")
);

-- CreateTable
CREATE TABLE "jobs" (
    "id" UUID NOT NULL,
    "newsroom_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "state" "JobState" NOT NULL DEFAULT 'WAITING',
    "failures" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "relayed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "jobs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "newsroom_id" UUID NOT NULL,
    "holder" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "answer" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("newsroom_id","holder","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "newsrooms_slug_key" ON "newsrooms"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "members_newsroom_id_id_key" ON "members"("newsroom_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "members_newsroom_id_email_key" ON "members"("newsroom_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_key_hash_key" ON "api_keys"("key_hash");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_newsroom_id_id_key" ON "api_keys"("newsroom_id", "id");

-- CreateIndex
CREATE INDEX "articles_newsroom_id_created_at_id_idx" ON "articles"("newsroom_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "articles_newsroom_id_updated_at_idx" ON "articles"("newsroom_id", "updated_at");

-- CreateIndex
CREATE INDEX "articles_newsroom_id_source_url_idx" ON "articles"("newsroom_id", "source_url");

-- CreateIndex
CREATE UNIQUE INDEX "articles_newsroom_id_id_key" ON "articles"("newsroom_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "articles_newsroom_id_external_id_key" ON "articles"("newsroom_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "articles_newsroom_id_text_hash_key" ON "articles"("newsroom_id", "text_hash");

-- CreateIndex
CREATE UNIQUE INDEX "article_versions_newsroom_id_id_key" ON "article_versions"("newsroom_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "article_versions_newsroom_id_article_id_number_key" ON "article_versions"("newsroom_id", "article_id", "number");

-- CreateIndex
CREATE INDEX "speakers_newsroom_id_article_id_idx" ON "speakers"("newsroom_id", "article_id");

-- CreateIndex
CREATE UNIQUE INDEX "speakers_newsroom_id_id_key" ON "speakers"("newsroom_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "quotes_newsroom_id_id_key" ON "quotes"("newsroom_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "quotes_newsroom_id_article_id_version_number_ordinal_key" ON "quotes"("newsroom_id", "article_id", "version_number", "ordinal");

-- CreateIndex
CREATE INDEX "claims_newsroom_id_quote_id_idx" ON "claims"("newsroom_id", "quote_id");

-- CreateIndex
CREATE UNIQUE INDEX "claims_newsroom_id_id_key" ON "claims"("newsroom_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "claims_newsroom_id_article_id_version_number_ordinal_key" ON "claims"("newsroom_id", "article_id", "version_number", "ordinal");

-- CreateIndex
CREATE INDEX "review_tasks_newsroom_id_priority_id_idx" ON "review_tasks"("newsroom_id", "priority" DESC, "id");

-- CreateIndex
CREATE INDEX "review_tasks_newsroom_id_status_priority_id_idx" ON "review_tasks"("newsroom_id", "status", "priority" DESC, "id");

-- CreateIndex
CREATE INDEX "review_tasks_newsroom_id_article_id_text_position_id_idx" ON "review_tasks"("newsroom_id", "article_id", "text_position", "id");

-- CreateIndex
CREATE INDEX "review_tasks_newsroom_id_check_worthiness_id_idx" ON "review_tasks"("newsroom_id", "check_worthiness", "id");

-- CreateIndex
CREATE INDEX "review_tasks_newsroom_id_created_at_id_idx" ON "review_tasks"("newsroom_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "review_tasks_newsroom_id_updated_at_id_idx" ON "review_tasks"("newsroom_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "review_tasks_newsroom_id_assignee_id_priority_id_idx" ON "review_tasks"("newsroom_id", "assignee_id", "priority" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "review_tasks_newsroom_id_id_key" ON "review_tasks"("newsroom_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "review_tasks_newsroom_id_quote_id_key" ON "review_tasks"("newsroom_id", "quote_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_tasks_newsroom_id_claim_id_key" ON "review_tasks"("newsroom_id", "claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_events_id_key" ON "task_events"("id");

-- CreateIndex
CREATE INDEX "jobs_newsroom_id_created_at_idx" ON "jobs"("newsroom_id", "created_at");

-- CreateIndex
CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys"("created_at");

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_newsroom_id_fkey" FOREIGN KEY ("newsroom_id") REFERENCES "newsrooms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_newsroom_id_fkey" FOREIGN KEY ("newsroom_id") REFERENCES "newsrooms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_newsroom_id_member_id_fkey" FOREIGN KEY ("newsroom_id", "member_id") REFERENCES "members"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "articles" ADD CONSTRAINT "articles_newsroom_id_fkey" FOREIGN KEY ("newsroom_id") REFERENCES "newsrooms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_versions" ADD CONSTRAINT "article_versions_newsroom_id_article_id_fkey" FOREIGN KEY ("newsroom_id", "article_id") REFERENCES "articles"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "speakers" ADD CONSTRAINT "speakers_newsroom_id_article_id_fkey" FOREIGN KEY ("newsroom_id", "article_id") REFERENCES "articles"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_newsroom_id_article_id_fkey" FOREIGN KEY ("newsroom_id", "article_id") REFERENCES "articles"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_newsroom_id_speaker_id_fkey" FOREIGN KEY ("newsroom_id", "speaker_id") REFERENCES "speakers"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_newsroom_id_article_id_fkey" FOREIGN KEY ("newsroom_id", "article_id") REFERENCES "articles"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_newsroom_id_speaker_id_fkey" FOREIGN KEY ("newsroom_id", "speaker_id") REFERENCES "speakers"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_newsroom_id_quote_id_fkey" FOREIGN KEY ("newsroom_id", "quote_id") REFERENCES "quotes"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_newsroom_id_denies_id_fkey" FOREIGN KEY ("newsroom_id", "denies_id") REFERENCES "claims"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "review_tasks" ADD CONSTRAINT "review_tasks_newsroom_id_article_id_fkey" FOREIGN KEY ("newsroom_id", "article_id") REFERENCES "articles"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "review_tasks" ADD CONSTRAINT "review_tasks_newsroom_id_quote_id_fkey" FOREIGN KEY ("newsroom_id", "quote_id") REFERENCES "quotes"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "review_tasks" ADD CONSTRAINT "review_tasks_newsroom_id_claim_id_fkey" FOREIGN KEY ("newsroom_id", "claim_id") REFERENCES "claims"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "review_tasks" ADD CONSTRAINT "review_tasks_newsroom_id_assignee_id_fkey" FOREIGN KEY ("newsroom_id", "assignee_id") REFERENCES "members"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "task_events" ADD CONSTRAINT "task_events_newsroom_id_task_id_fkey" FOREIGN KEY ("newsroom_id", "task_id") REFERENCES "review_tasks"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- What follows, Prisma's schema language cannot say.

-- Arabic has trigrams only where the database's LC_CTYPE is UTF-8; `isnad doctor` and the start check that.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "review_tasks_text_folded_trgm" ON "review_tasks" USING gin ("text_folded" gin_trgm_ops);
CREATE INDEX "review_tasks_speaker_folded_trgm" ON "review_tasks" USING gin ("speaker_folded" gin_trgm_ops);
CREATE INDEX "articles_title_folded_trgm" ON "articles" USING gin ("title_folded" gin_trgm_ops);
CREATE INDEX "article_versions_text_folded_trgm" ON "article_versions" USING gin ("text_folded" gin_trgm_ops);

-- The relay and the sweeper look only at jobs that are not over; done jobs leave these indexes.
CREATE INDEX "jobs_waiting" ON "jobs" ("created_at") WHERE "state" = 'WAITING';
CREATE INDEX "jobs_relayed" ON "jobs" ("relayed_at") WHERE "state" = 'RELAYED';
CREATE INDEX "jobs_done" ON "jobs" ("ended_at") WHERE "state" = 'DONE';

-- A task is about one quote or one claim.
ALTER TABLE "review_tasks" ADD CONSTRAINT "review_tasks_one_subject"
  CHECK (("kind" = 'QUOTE' AND "quote_id" IS NOT NULL AND "claim_id" IS NULL)
      OR ("kind" = 'CLAIM' AND "claim_id" IS NOT NULL AND "quote_id" IS NULL));
ALTER TABLE "review_tasks" ADD CONSTRAINT "review_tasks_priority_range" CHECK ("priority" BETWEEN 0 AND 100);
-- A machine's key has no member and no other role than INTEGRATION.
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_machine_or_member" CHECK (("member_id" IS NULL) = ("role" = 'INTEGRATION'));

-- The role that the service works with: it owns nothing and obeys row-level security. It cannot log in itself; the
-- service's login role of this database is made its member when migrations have run.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'isnad_app') THEN
    CREATE ROLE isnad_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- another database of this server made it at the same moment
END $$;

-- The newsroom of the running transaction. After a transaction the setting reads '' on its connection, hence nullif.
CREATE FUNCTION app_newsroom() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('app.newsroom_id', true), '')::uuid $$;
-- What work without a newsroom is for: 'relay', 'authenticate' or 'directory'.
CREATE FUNCTION app_purpose() RETURNS text LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('app.purpose', true), '') $$;

GRANT USAGE ON SCHEMA public TO isnad_app;
GRANT SELECT, INSERT, UPDATE ON "newsrooms", "members", "api_keys", "articles", "review_tasks", "jobs" TO isnad_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "speakers", "quotes", "claims", "idempotency_keys" TO isnad_app;
GRANT DELETE ON "jobs" TO isnad_app;
GRANT SELECT, INSERT ON "article_versions", "task_events" TO isnad_app;

DO $$
DECLARE t text;
BEGIN
  EXECUTE 'ALTER TABLE "newsrooms" ENABLE ROW LEVEL SECURITY';
  EXECUTE 'CREATE POLICY "own_newsroom" ON "newsrooms" TO isnad_app USING ("id" = (SELECT app_newsroom()))';
  FOREACH t IN ARRAY ARRAY['members', 'api_keys', 'articles', 'article_versions', 'speakers', 'quotes', 'claims',
                           'review_tasks', 'task_events', 'jobs', 'idempotency_keys'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY "own_newsroom" ON %I TO isnad_app USING ("newsroom_id" = (SELECT app_newsroom()))', t);
  END LOOP;
END $$;

-- The few reads and writes that come before a newsroom is known (forSystem).
CREATE POLICY "authenticate" ON "api_keys" FOR SELECT TO isnad_app USING ((SELECT app_purpose()) = 'authenticate');
CREATE POLICY "authenticate_touch" ON "api_keys" FOR UPDATE TO isnad_app USING ((SELECT app_purpose()) = 'authenticate');
CREATE POLICY "authenticate" ON "members" FOR SELECT TO isnad_app USING ((SELECT app_purpose()) = 'authenticate');
CREATE POLICY "directory" ON "newsrooms" FOR SELECT TO isnad_app USING ((SELECT app_purpose()) = 'directory');
CREATE POLICY "relay" ON "jobs" TO isnad_app USING ((SELECT app_purpose()) = 'relay');
CREATE POLICY "expire" ON "idempotency_keys" FOR DELETE TO isnad_app USING ((SELECT app_purpose()) = 'relay');
CREATE POLICY "expire_find" ON "idempotency_keys" FOR SELECT TO isnad_app USING ((SELECT app_purpose()) = 'relay');

-- History is append-only for every role, the owner included.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "task_events" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "append_only_truncate" BEFORE TRUNCATE ON "task_events" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "article_versions" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "append_only_truncate" BEFORE TRUNCATE ON "article_versions" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
