-- The review workflow: evidence, verdicts, fact-checks with their editions and corrections, a newsroom's own policy and
-- scales, and the chain of hashes over each task's events.

-- CreateEnum
CREATE TYPE "EvidenceStance" AS ENUM ('SUPPORTS', 'REFUTES', 'CONTEXT');

-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('PRIMARY', 'SECONDARY');

-- CreateEnum
CREATE TYPE "VerdictStatus" AS ENUM ('PROPOSED', 'APPROVED', 'CHANGES_REQUESTED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "FactCheckStatus" AS ENUM ('PUBLISHED', 'CORRECTED', 'RETRACTED');

-- CreateEnum
CREATE TYPE "CorrectionClass" AS ENUM ('TYPO', 'RATING_UNCHANGED', 'RATING_CHANGED', 'RETRACTION');

-- CreateEnum
CREATE TYPE "CorrectionStatus" AS ENUM ('PENDING', 'APPROVED', 'REJECTED');

-- AlterTable
ALTER TABLE "task_events" ADD COLUMN     "hash" BYTEA NOT NULL DEFAULT decode('', 'hex'),
ADD COLUMN     "prev_hash" BYTEA;

-- CreateTable
CREATE TABLE "newsroom_policies" (
    "newsroom_id" UUID NOT NULL,
    "min_evidence" INTEGER NOT NULL,
    "min_rationale_length" INTEGER NOT NULL,
    "lease_minutes" INTEGER NOT NULL,

    CONSTRAINT "newsroom_policies_pkey" PRIMARY KEY ("newsroom_id")
);

-- CreateTable
CREATE TABLE "rating_scales" (
    "newsroom_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" "ReviewTaskKind" NOT NULL,
    "ratings" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rating_scales_pkey" PRIMARY KEY ("newsroom_id","code","version")
);

-- CreateTable
CREATE TABLE "task_comments" (
    "newsroom_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "task_comments_pkey" PRIMARY KEY ("newsroom_id","task_id","number")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "newsroom_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "stance" "EvidenceStance" NOT NULL,
    "url" TEXT,
    "note" TEXT,
    "quotation" TEXT,
    "kind" "EvidenceKind",
    "language" TEXT,
    "protected" BOOLEAN NOT NULL DEFAULT false,
    "protection_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_versions" (
    "newsroom_id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "member_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_versions_pkey" PRIMARY KEY ("newsroom_id","evidence_id","number")
);

-- CreateTable
CREATE TABLE "verdicts" (
    "id" UUID NOT NULL,
    "newsroom_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "VerdictStatus" NOT NULL DEFAULT 'PROPOSED',
    "rating" TEXT NOT NULL,
    "scale_code" TEXT NOT NULL,
    "scale_version" INTEGER NOT NULL,
    "needs_evidence" BOOLEAN NOT NULL,
    "rationale" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "proposer_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "approver_id" UUID,
    "approved_at" TIMESTAMPTZ(3),

    CONSTRAINT "verdicts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict_drafts" (
    "newsroom_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "rating" TEXT,
    "rationale" TEXT NOT NULL,
    "language" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verdict_drafts_pkey" PRIMARY KEY ("newsroom_id","task_id","member_id")
);

-- CreateTable
CREATE TABLE "fact_checks" (
    "id" UUID NOT NULL,
    "newsroom_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "status" "FactCheckStatus" NOT NULL DEFAULT 'PUBLISHED',
    "version" INTEGER NOT NULL DEFAULT 1,
    "rating" TEXT NOT NULL,
    "needs_evidence" BOOLEAN NOT NULL,
    "language" TEXT NOT NULL,
    "text_folded" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fact_checks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fact_check_editions" (
    "newsroom_id" UUID NOT NULL,
    "fact_check_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "claim_reviewed" TEXT NOT NULL,
    "rationale" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "rating" JSONB NOT NULL,
    "scale_code" TEXT NOT NULL,
    "scale_version" INTEGER NOT NULL,
    "claimant" JSONB,
    "appearance" JSONB,
    "evidence" JSONB NOT NULL,
    "participants" JSONB NOT NULL,
    "correction_class" "CorrectionClass",
    "public_note" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fact_check_editions_pkey" PRIMARY KEY ("newsroom_id","fact_check_id","number")
);

-- CreateTable
CREATE TABLE "corrections" (
    "id" UUID NOT NULL,
    "newsroom_id" UUID NOT NULL,
    "fact_check_id" UUID NOT NULL,
    "class" "CorrectionClass" NOT NULL,
    "status" "CorrectionStatus" NOT NULL DEFAULT 'PENDING',
    "public_note" TEXT NOT NULL,
    "rating" TEXT,
    "needs_evidence" BOOLEAN,
    "rationale" TEXT,
    "title" TEXT,
    "summary" TEXT,
    "claim_reviewed" TEXT,
    "author_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decider_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "comment" TEXT,

    CONSTRAINT "corrections_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "evidence_newsroom_id_task_id_idx" ON "evidence"("newsroom_id", "task_id");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_newsroom_id_id_key" ON "evidence"("newsroom_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "verdicts_newsroom_id_id_key" ON "verdicts"("newsroom_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "verdicts_newsroom_id_task_id_number_key" ON "verdicts"("newsroom_id", "task_id", "number");

-- CreateIndex
CREATE INDEX "fact_checks_newsroom_id_published_at_id_idx" ON "fact_checks"("newsroom_id", "published_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "fact_checks_newsroom_id_id_key" ON "fact_checks"("newsroom_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "fact_checks_newsroom_id_task_id_key" ON "fact_checks"("newsroom_id", "task_id");

-- CreateIndex
CREATE UNIQUE INDEX "fact_checks_newsroom_id_slug_key" ON "fact_checks"("newsroom_id", "slug");

-- CreateIndex
CREATE INDEX "corrections_newsroom_id_fact_check_id_idx" ON "corrections"("newsroom_id", "fact_check_id");

-- CreateIndex
CREATE UNIQUE INDEX "corrections_newsroom_id_id_key" ON "corrections"("newsroom_id", "id");

-- AddForeignKey
ALTER TABLE "newsroom_policies" ADD CONSTRAINT "newsroom_policies_newsroom_id_fkey" FOREIGN KEY ("newsroom_id") REFERENCES "newsrooms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating_scales" ADD CONSTRAINT "rating_scales_newsroom_id_fkey" FOREIGN KEY ("newsroom_id") REFERENCES "newsrooms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_comments" ADD CONSTRAINT "task_comments_newsroom_id_task_id_number_fkey" FOREIGN KEY ("newsroom_id", "task_id", "number") REFERENCES "task_events"("newsroom_id", "task_id", "number") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_newsroom_id_task_id_fkey" FOREIGN KEY ("newsroom_id", "task_id") REFERENCES "review_tasks"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_newsroom_id_author_id_fkey" FOREIGN KEY ("newsroom_id", "author_id") REFERENCES "members"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evidence_versions" ADD CONSTRAINT "evidence_versions_newsroom_id_evidence_id_fkey" FOREIGN KEY ("newsroom_id", "evidence_id") REFERENCES "evidence"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_newsroom_id_task_id_fkey" FOREIGN KEY ("newsroom_id", "task_id") REFERENCES "review_tasks"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_newsroom_id_proposer_id_fkey" FOREIGN KEY ("newsroom_id", "proposer_id") REFERENCES "members"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_newsroom_id_approver_id_fkey" FOREIGN KEY ("newsroom_id", "approver_id") REFERENCES "members"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "verdict_drafts" ADD CONSTRAINT "verdict_drafts_newsroom_id_task_id_fkey" FOREIGN KEY ("newsroom_id", "task_id") REFERENCES "review_tasks"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "verdict_drafts" ADD CONSTRAINT "verdict_drafts_newsroom_id_member_id_fkey" FOREIGN KEY ("newsroom_id", "member_id") REFERENCES "members"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "fact_checks" ADD CONSTRAINT "fact_checks_newsroom_id_task_id_fkey" FOREIGN KEY ("newsroom_id", "task_id") REFERENCES "review_tasks"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "fact_check_editions" ADD CONSTRAINT "fact_check_editions_newsroom_id_fact_check_id_fkey" FOREIGN KEY ("newsroom_id", "fact_check_id") REFERENCES "fact_checks"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_newsroom_id_fact_check_id_fkey" FOREIGN KEY ("newsroom_id", "fact_check_id") REFERENCES "fact_checks"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_newsroom_id_author_id_fkey" FOREIGN KEY ("newsroom_id", "author_id") REFERENCES "members"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_newsroom_id_decider_id_fkey" FOREIGN KEY ("newsroom_id", "decider_id") REFERENCES "members"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;


-- What follows, Prisma's schema language cannot say.

-- Who holds a task, and until when, is known together, and only while it is worked on (core/workflow/check-task.ts).
ALTER TABLE "review_tasks" ADD CONSTRAINT "review_tasks_lease"
  CHECK (("assignee_id" IS NOT NULL) = ("status" IN ('IN_PROGRESS', 'CHANGES_REQUESTED'))
     AND ("assignee_id" IS NULL) = ("lease_expires_at" IS NULL));
-- Evidence says something.
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_not_empty"
  CHECK ("url" IS NOT NULL OR "note" IS NOT NULL OR "quotation" IS NOT NULL);
-- Four eyes, once more where nothing can go round them. (Earlier proposers are core/workflow's to refuse.)
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_four_eyes" CHECK ("approver_id" <> "proposer_id");
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_approved_by_somebody"
  CHECK (("approver_id" IS NULL) = ("approved_at" IS NULL) AND ("status" <> 'APPROVED' OR "approver_id" IS NOT NULL));
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_four_eyes"
  CHECK ("status" <> 'APPROVED' OR ("decider_id" IS NOT NULL AND "decider_id" <> "author_id"));
-- One verdict stands, and one correction waits, at a time.
CREATE UNIQUE INDEX "verdicts_one_standing" ON "verdicts" ("newsroom_id", "task_id") WHERE "status" IN ('PROPOSED', 'APPROVED');
CREATE UNIQUE INDEX "corrections_one_pending" ON "corrections" ("newsroom_id", "fact_check_id") WHERE "status" = 'PENDING';
CREATE INDEX "fact_checks_text_folded_trgm" ON "fact_checks" USING gin ("text_folded" gin_trgm_ops);
ALTER TABLE "newsroom_policies" ADD CONSTRAINT "newsroom_policies_sane"
  CHECK ("min_evidence" >= 0 AND "min_rationale_length" >= 0 AND "lease_minutes" > 0);

GRANT SELECT, INSERT, UPDATE ON "newsroom_policies" TO isnad_app;
GRANT SELECT, INSERT ON "rating_scales", "task_comments", "evidence_versions", "fact_check_editions" TO isnad_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "verdict_drafts" TO isnad_app;
-- What was said stays as it was said; only what became of it may change.
GRANT SELECT, INSERT, UPDATE ("version", "stance", "url", "note", "quotation", "kind", "language", "protected",
  "protection_reason", "updated_at", "removed_at") ON "evidence" TO isnad_app;
GRANT SELECT, INSERT, UPDATE ("status", "approver_id", "approved_at") ON "verdicts" TO isnad_app;
GRANT SELECT, INSERT, UPDATE ("status", "decider_id", "decided_at", "comment") ON "corrections" TO isnad_app;
GRANT SELECT, INSERT, UPDATE ("status", "version", "rating", "needs_evidence", "language", "text_folded", "updated_at")
  ON "fact_checks" TO isnad_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['newsroom_policies', 'rating_scales', 'task_comments', 'evidence', 'evidence_versions',
                           'verdicts', 'verdict_drafts', 'fact_checks', 'fact_check_editions', 'corrections'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY "own_newsroom" ON %I TO isnad_app USING ("newsroom_id" = (SELECT app_newsroom()))', t);
  END LOOP;
END $$;

-- What is published, anybody may read (forSystem 'published'): fact-checks, their editions, and the name of a newsroom
-- that has any. Corrections that wait or were rejected are not among it.
CREATE POLICY "published" ON "fact_checks" FOR SELECT TO isnad_app USING ((SELECT app_purpose()) = 'published');
CREATE POLICY "published" ON "fact_check_editions" FOR SELECT TO isnad_app USING ((SELECT app_purpose()) = 'published');
CREATE POLICY "published" ON "newsrooms" FOR SELECT TO isnad_app USING ((SELECT app_purpose()) = 'published'
  AND EXISTS (SELECT FROM "fact_checks" f WHERE f."newsroom_id" = "newsrooms"."id"));

CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "evidence_versions" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "append_only_truncate" BEFORE TRUNCATE ON "evidence_versions" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "fact_check_editions" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "append_only_truncate" BEFORE TRUNCATE ON "fact_check_editions" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "rating_scales" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "append_only_truncate" BEFORE TRUNCATE ON "rating_scales" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The chain over a task's events. The database itself links each new event to the one before it, so that no writer can
-- forget to; src/tasks/event-chain.ts walks the chain with a hash of its own making. The task's row is locked while an
-- event is written, so that no two events follow the same one.
CREATE FUNCTION task_event_hash(e "task_events") RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(convert_to(concat_ws(E'\n',
    coalesce(encode(e.prev_hash, 'hex'), ''), e.newsroom_id, e.task_id, e.number, e.id, e.action,
    coalesce(e.actor_id::text, ''), to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.data::text), 'UTF8'))
$$;

CREATE FUNCTION chain_task_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.prev_hash := (SELECT p.hash FROM "task_events" p WHERE p.newsroom_id = NEW.newsroom_id
                    AND p.task_id = NEW.task_id AND p.number = NEW.number - 1);
  IF (NEW.prev_hash IS NULL) <> (NEW.number = 1) THEN
    RAISE EXCEPTION 'event % of task % follows none', NEW.number, NEW.task_id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  NEW.hash := task_event_hash(NEW);
  RETURN NEW;
END $$;

-- Events from before there was a chain are linked now; nothing else about them changes.
ALTER TABLE "task_events" DISABLE TRIGGER "append_only";
DO $$
DECLARE e "task_events";
BEGIN
  FOR e IN SELECT * FROM "task_events" ORDER BY newsroom_id, task_id, number LOOP
    e.prev_hash := (SELECT p.hash FROM "task_events" p WHERE p.newsroom_id = e.newsroom_id
                    AND p.task_id = e.task_id AND p.number = e.number - 1);
    UPDATE "task_events" t SET prev_hash = e.prev_hash, hash = task_event_hash(e)
      WHERE t.newsroom_id = e.newsroom_id AND t.task_id = e.task_id AND t.number = e.number;
  END LOOP;
END $$;
ALTER TABLE "task_events" ENABLE TRIGGER "append_only";
CREATE TRIGGER "chain" BEFORE INSERT ON "task_events" FOR EACH ROW EXECUTE FUNCTION chain_task_event();
