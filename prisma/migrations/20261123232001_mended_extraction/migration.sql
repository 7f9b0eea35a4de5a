-- What people make of the extraction: what they add, split, merge, change or reject, and the feedback of it.

-- CreateEnum
CREATE TYPE "ExtractionOrigin" AS ENUM ('RULES', 'MODEL', 'PERSON');

-- CreateEnum
CREATE TYPE "SubjectState" AS ENUM ('STANDING', 'REJECTED', 'REPLACED');

-- CreateEnum
CREATE TYPE "PropositionOrigin" AS ENUM ('RULES', 'VERBATIM', 'PERSON');

-- AlterTable
ALTER TABLE "quotes" ADD COLUMN     "origin" "ExtractionOrigin" NOT NULL DEFAULT 'RULES',
ADD COLUMN     "state" "SubjectState" NOT NULL DEFAULT 'STANDING',
ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "resolution_refused" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "claims" ADD COLUMN     "origin" "ExtractionOrigin" NOT NULL DEFAULT 'RULES',
ADD COLUMN     "state" "SubjectState" NOT NULL DEFAULT 'STANDING',
ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "resolution_refused" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "proposition_origin" "PropositionOrigin" NOT NULL DEFAULT 'RULES';

-- AlterTable
ALTER TABLE "review_tasks" ADD COLUMN     "subject_state" "SubjectState" NOT NULL DEFAULT 'STANDING',
ADD COLUMN     "split_from_id" UUID,
ADD COLUMN     "merged_into_id" UUID;

-- CreateTable
CREATE TABLE "extraction_feedback" (
    "newsroom_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "article_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "kind" "ReviewTaskKind" NOT NULL,
    "origin" "ExtractionOrigin" NOT NULL,
    "rule" TEXT NOT NULL,
    "stage" TEXT,
    "confidence" DOUBLE PRECISION NOT NULL,
    "cue" TEXT,
    "language" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "member_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "extraction_feedback_pkey" PRIMARY KEY ("newsroom_id","task_id","number")
);

-- CreateIndex
CREATE INDEX "quotes_newsroom_id_article_id_version_number_position_id_idx" ON "quotes"("newsroom_id", "article_id", "version_number", "position", "id");

-- CreateIndex
CREATE INDEX "claims_newsroom_id_article_id_version_number_position_id_idx" ON "claims"("newsroom_id", "article_id", "version_number", "position", "id");

-- AddForeignKey
ALTER TABLE "review_tasks" ADD CONSTRAINT "review_tasks_newsroom_id_split_from_id_fkey" FOREIGN KEY ("newsroom_id", "split_from_id") REFERENCES "review_tasks"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "review_tasks" ADD CONSTRAINT "review_tasks_newsroom_id_merged_into_id_fkey" FOREIGN KEY ("newsroom_id", "merged_into_id") REFERENCES "review_tasks"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "extraction_feedback" ADD CONSTRAINT "extraction_feedback_newsroom_id_task_id_number_fkey" FOREIGN KEY ("newsroom_id", "task_id", "number") REFERENCES "task_events"("newsroom_id", "task_id", "number") ON DELETE RESTRICT ON UPDATE NO ACTION;


-- What follows, Prisma's schema language cannot say.

UPDATE "quotes" SET "position" = coalesce(("spans" #>> '{0,start}')::int, 0);
UPDATE "claims" SET "position" = coalesce(("spans" #>> '{0,start}')::int, 0);

-- Parts and what was merged are looked for by the task that they came from or went to; most tasks are neither.
CREATE INDEX "review_tasks_split_from" ON "review_tasks" ("newsroom_id", "split_from_id") WHERE "split_from_id" IS NOT NULL;
CREATE INDEX "review_tasks_merged_into" ON "review_tasks" ("newsroom_id", "merged_into_id") WHERE "merged_into_id" IS NOT NULL;
-- What is no quote or claim any more is nobody's work (core/workflow/check-task.ts).
ALTER TABLE "review_tasks" ADD CONSTRAINT "review_tasks_subject_state" CHECK ("subject_state" = 'STANDING' OR "status" = 'DISMISSED');

-- Evidence goes with its task into the one that the task is merged into.
GRANT UPDATE ("task_id") ON "evidence" TO isnad_app;
GRANT SELECT, INSERT ON "extraction_feedback" TO isnad_app;
ALTER TABLE "extraction_feedback" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_newsroom" ON "extraction_feedback" TO isnad_app USING ("newsroom_id" = (SELECT app_newsroom()));
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "extraction_feedback" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "append_only_truncate" BEFORE TRUNCATE ON "extraction_feedback" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
