-- Files that a newsroom takes out, the fact-checks of others that it takes in, and the search for what resembles a claim.

-- CreateEnum
CREATE TYPE "ExportKind" AS ENUM ('TASKS', 'FACT_CHECKS', 'AUDIT');

-- CreateEnum
CREATE TYPE "ExportFormat" AS ENUM ('CSV', 'JSONL', 'JSONLD');

-- CreateEnum
CREATE TYPE "ExportStatus" AS ENUM ('QUEUED', 'RUNNING', 'READY', 'FAILED', 'EXPIRED');

-- CreateEnum
CREATE TYPE "ImportStatus" AS ENUM ('QUEUED', 'RUNNING', 'DONE', 'FAILED');

-- CreateTable
CREATE TABLE "exports" (
    "id" UUID NOT NULL,
    "newsroom_id" UUID NOT NULL,
    "member_id" UUID,
    "kind" "ExportKind" NOT NULL,
    "format" "ExportFormat" NOT NULL,
    "filter" JSONB NOT NULL,
    "bom" BOOLEAN NOT NULL,
    "status" "ExportStatus" NOT NULL DEFAULT 'QUEUED',
    "total" INTEGER,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "bytes" INTEGER NOT NULL DEFAULT 0,
    "parts" INTEGER NOT NULL DEFAULT 0,
    "place" JSONB,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "exports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_parts" (
    "newsroom_id" UUID NOT NULL,
    "export_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "export_parts_pkey" PRIMARY KEY ("newsroom_id","export_id","number")
);

-- CreateTable
CREATE TABLE "imports" (
    "id" UUID NOT NULL,
    "newsroom_id" UUID NOT NULL,
    "member_id" UUID,
    "url" TEXT,
    "status" "ImportStatus" NOT NULL DEFAULT 'QUEUED',
    "total" INTEGER,
    "items" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_contents" (
    "newsroom_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,
    "charset" TEXT,

    CONSTRAINT "import_contents_pkey" PRIMARY KEY ("newsroom_id","import_id")
);

-- CreateTable
CREATE TABLE "import_faults" (
    "newsroom_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "message" TEXT NOT NULL,
    "item" TEXT NOT NULL,

    CONSTRAINT "import_faults_pkey" PRIMARY KEY ("newsroom_id","import_id","number")
);

-- CreateTable
CREATE TABLE "external_fact_checks" (
    "id" UUID NOT NULL,
    "newsroom_id" UUID NOT NULL,
    "identity" BYTEA NOT NULL,
    "url" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "publisher_url" TEXT,
    "title" TEXT,
    "claim_reviewed" TEXT NOT NULL,
    "claimant" TEXT,
    "claim_date" TIMESTAMPTZ(3),
    "rating" TEXT NOT NULL,
    "rating_value" DOUBLE PRECISION,
    "best_rating" DOUBLE PRECISION,
    "worst_rating" DOUBLE PRECISION,
    "language" TEXT,
    "reviewed_at" TIMESTAMPTZ(3),
    "claim_folded" TEXT NOT NULL,
    "publisher_folded" TEXT NOT NULL,
    "rating_folded" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "external_fact_checks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "exports_newsroom_id_id_key" ON "exports"("newsroom_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "imports_newsroom_id_id_key" ON "imports"("newsroom_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "external_fact_checks_newsroom_id_id_key" ON "external_fact_checks"("newsroom_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "external_fact_checks_newsroom_id_identity_key" ON "external_fact_checks"("newsroom_id", "identity");

-- CreateIndex
CREATE INDEX "external_fact_checks_newsroom_id_created_at_id_idx" ON "external_fact_checks"("newsroom_id", "created_at" DESC, "id");

-- AddForeignKey
ALTER TABLE "exports" ADD CONSTRAINT "exports_newsroom_id_fkey" FOREIGN KEY ("newsroom_id") REFERENCES "newsrooms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exports" ADD CONSTRAINT "exports_newsroom_id_member_id_fkey" FOREIGN KEY ("newsroom_id", "member_id") REFERENCES "members"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "export_parts" ADD CONSTRAINT "export_parts_newsroom_id_export_id_fkey" FOREIGN KEY ("newsroom_id", "export_id") REFERENCES "exports"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_newsroom_id_fkey" FOREIGN KEY ("newsroom_id") REFERENCES "newsrooms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_newsroom_id_member_id_fkey" FOREIGN KEY ("newsroom_id", "member_id") REFERENCES "members"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "import_contents" ADD CONSTRAINT "import_contents_newsroom_id_import_id_fkey" FOREIGN KEY ("newsroom_id", "import_id") REFERENCES "imports"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "import_faults" ADD CONSTRAINT "import_faults_newsroom_id_import_id_fkey" FOREIGN KEY ("newsroom_id", "import_id") REFERENCES "imports"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "external_fact_checks" ADD CONSTRAINT "external_fact_checks_newsroom_id_fkey" FOREIGN KEY ("newsroom_id") REFERENCES "newsrooms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What follows, Prisma's schema language cannot say.

ALTER TABLE "imports" ADD CONSTRAINT "imports_items"
  CHECK ("items" = "added" + "updated" + "unchanged" + "rejected");

-- What has run out is looked for all the time, and is little.
CREATE INDEX "exports_expiring" ON "exports" ("expires_at") WHERE "status" <> 'EXPIRED';
CREATE INDEX "external_fact_checks_claim_folded_trgm" ON "external_fact_checks" USING gin ("claim_folded" gin_trgm_ops);

-- A finished file and its parts are changed by nobody; parts go when their time is over.
GRANT SELECT, INSERT,
  UPDATE ("status", "total", "rows", "bytes", "parts", "place", "failure", "finished_at", "expires_at") ON "exports" TO isnad_app;
GRANT SELECT, INSERT, DELETE ON "export_parts" TO isnad_app;
GRANT SELECT, INSERT,
  UPDATE ("status", "total", "items", "added", "updated", "unchanged", "rejected", "failure", "finished_at")
  ON "imports" TO isnad_app;
GRANT SELECT, INSERT, DELETE ON "import_contents" TO isnad_app;
GRANT SELECT, INSERT ON "import_faults" TO isnad_app;
GRANT SELECT, INSERT, UPDATE ON "external_fact_checks" TO isnad_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['exports', 'export_parts', 'imports', 'import_contents', 'import_faults', 'external_fact_checks'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY "own_newsroom" ON %I TO isnad_app USING ("newsroom_id" = (SELECT app_newsroom()))', t);
  END LOOP;
END $$;

-- forSystem 'expire' finds the exports whose time is over, to empty them newsroom by newsroom.
CREATE POLICY "expire" ON "exports" FOR SELECT TO isnad_app
  USING ((SELECT app_purpose()) = 'expire' AND "expires_at" <= now());

-- The tasks of other articles, no younger than a moment, and the fact-checks of others that resemble a folded text most.
-- Row-level security lets no index of trigrams be used under it, since comparing texts might tell what they are: the
-- function runs as the owner and names the newsroom of the transaction itself.
CREATE FUNCTION similar_claims(sought text, besides uuid, until timestamptz, threshold real, most integer)
RETURNS TABLE ("task_id" uuid, "external_id" uuid, "similarity" real)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM set_config('pg_trgm.similarity_threshold', threshold::text, true);
  RETURN QUERY
    SELECT found.task_id, found.external_id, found.likeness FROM (
      (SELECT t.id AS task_id, NULL::uuid AS external_id, public.similarity(t.text_folded, sought) AS likeness
       FROM public.review_tasks t
       WHERE t.text_folded % sought AND t.newsroom_id = public.app_newsroom()
         AND t.article_id <> besides AND t.created_at <= until AND t.subject_state = 'STANDING'
       ORDER BY 3 DESC, 1 LIMIT most)
      UNION ALL
      (SELECT NULL::uuid, e.id, public.similarity(e.claim_folded, sought)
       FROM public.external_fact_checks e
       WHERE e.claim_folded % sought AND e.newsroom_id = public.app_newsroom()
       ORDER BY 3 DESC, 2 LIMIT most)) found
    ORDER BY found.likeness DESC, found.task_id, found.external_id LIMIT most;
END $$;
REVOKE ALL ON FUNCTION similar_claims(text, uuid, timestamptz, real, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION similar_claims(text, uuid, timestamptz, real, integer) TO isnad_app;
