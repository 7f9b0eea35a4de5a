-- What the desk adds to the review: snapshots of evidence, escalation, withdrawn articles, a policy and scales that a
-- newsroom changes itself, and leases whose end is recorded.

-- CreateEnum
CREATE TYPE "SnapshotStatus" AS ENUM ('PENDING', 'STORED', 'FAILED');

-- CreateEnum
CREATE TYPE "ParticipantsShown" AS ENUM ('NOBODY', 'NAMES');

-- AlterTable
ALTER TABLE "newsroom_policies" ADD COLUMN     "check_worthiness_threshold" DOUBLE PRECISION NOT NULL DEFAULT 0,
ADD COLUMN     "participants_shown" "ParticipantsShown" NOT NULL DEFAULT 'NOBODY',
ADD COLUMN     "reason_weights" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "articles" ADD COLUMN     "withdrawal_reason" TEXT,
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_by_id" UUID;

-- AlterTable
ALTER TABLE "review_tasks" ADD COLUMN     "escalated_at" TIMESTAMPTZ(3),
ADD COLUMN     "escalated_by_id" UUID,
ADD COLUMN     "escalation_number" INTEGER;

-- CreateTable
CREATE TABLE "rating_scale_retirements" (
    "newsroom_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "retired_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rating_scale_retirements_pkey" PRIMARY KEY ("newsroom_id","code","version")
);

-- CreateTable
CREATE TABLE "snapshots" (
    "id" UUID NOT NULL,
    "newsroom_id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "status" "SnapshotStatus" NOT NULL DEFAULT 'PENDING',
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_at" TIMESTAMPTZ(3),
    "sha256" BYTEA,
    "content_type" TEXT,
    "final_url" TEXT,
    "failure" TEXT,

    CONSTRAINT "snapshots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "snapshot_contents" (
    "newsroom_id" UUID NOT NULL,
    "sha256" BYTEA NOT NULL,
    "bytes" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "snapshot_contents_pkey" PRIMARY KEY ("newsroom_id","sha256")
);

-- CreateIndex
CREATE UNIQUE INDEX "snapshots_newsroom_id_id_key" ON "snapshots"("newsroom_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "snapshots_newsroom_id_evidence_id_url_key" ON "snapshots"("newsroom_id", "evidence_id", "url");

-- AddForeignKey
ALTER TABLE "rating_scale_retirements" ADD CONSTRAINT "rating_scale_retirements_newsroom_id_code_version_fkey" FOREIGN KEY ("newsroom_id", "code", "version") REFERENCES "rating_scales"("newsroom_id", "code", "version") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "articles" ADD CONSTRAINT "articles_newsroom_id_withdrawn_by_id_fkey" FOREIGN KEY ("newsroom_id", "withdrawn_by_id") REFERENCES "members"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "review_tasks" ADD CONSTRAINT "review_tasks_newsroom_id_escalated_by_id_fkey" FOREIGN KEY ("newsroom_id", "escalated_by_id") REFERENCES "members"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_newsroom_id_evidence_id_fkey" FOREIGN KEY ("newsroom_id", "evidence_id") REFERENCES "evidence"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_newsroom_id_sha256_fkey" FOREIGN KEY ("newsroom_id", "sha256") REFERENCES "snapshot_contents"("newsroom_id", "sha256") ON DELETE RESTRICT ON UPDATE NO ACTION;


-- What follows, Prisma's schema language cannot say.

ALTER TABLE "newsroom_policies" ADD CONSTRAINT "newsroom_policies_threshold"
  CHECK ("check_worthiness_threshold" BETWEEN 0 AND 1);
ALTER TABLE "articles" ADD CONSTRAINT "articles_withdrawal"
  CHECK (("withdrawn_by_id" IS NULL) = ("withdrawn_at" IS NULL) AND ("withdrawn_at" IS NULL) = ("withdrawal_reason" IS NULL));
ALTER TABLE "review_tasks" ADD CONSTRAINT "review_tasks_escalation"
  CHECK (("escalated_by_id" IS NULL) = ("escalated_at" IS NULL) AND ("escalated_at" IS NULL) = ("escalation_number" IS NULL));
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_outcome"
  CHECK (("status" = 'STORED') = ("sha256" IS NOT NULL) AND ("status" = 'FAILED') = ("failure" IS NOT NULL));
-- What the database says of its bytes is true.
ALTER TABLE "snapshot_contents" ADD CONSTRAINT "snapshot_contents_hash"
  CHECK ("size" = octet_length("bytes") AND "sha256" = sha256("bytes"));

-- Leases that run out are looked for all the time, and are few.
CREATE INDEX "review_tasks_leases" ON "review_tasks" ("lease_expires_at") WHERE "status" = 'IN_PROGRESS';
CREATE INDEX "review_tasks_escalated" ON "review_tasks" ("newsroom_id", "priority" DESC, "id") WHERE "escalated_at" IS NOT NULL;

-- No one takes a retirement back or edits it: a new version of the scale follows it.
GRANT SELECT, INSERT ON "rating_scale_retirements", "snapshot_contents" TO isnad_app;
GRANT SELECT, INSERT, UPDATE ("status", "requested_at", "taken_at", "sha256", "content_type", "final_url", "failure")
  ON "snapshots" TO isnad_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['rating_scale_retirements', 'snapshots', 'snapshot_contents'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY "own_newsroom" ON %I TO isnad_app USING ("newsroom_id" = (SELECT app_newsroom()))', t);
  END LOOP;
END $$;

-- forSystem 'leases' finds the tasks whose lease may have run out, to record it newsroom by newsroom.
CREATE POLICY "leases" ON "review_tasks" FOR SELECT TO isnad_app
  USING ((SELECT app_purpose()) = 'leases' AND "status" = 'IN_PROGRESS');
