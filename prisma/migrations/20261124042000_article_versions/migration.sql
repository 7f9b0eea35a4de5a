-- Versions of an article: what its sender said with each, and the tasks whose words a newer version has no more.

ALTER TABLE "articles" ADD COLUMN "sender_version" INTEGER;
ALTER TABLE "article_versions" ADD COLUMN "title" TEXT,
  ADD COLUMN "published_at" TIMESTAMPTZ(3),
  ADD COLUMN "source_url" TEXT,
  ADD COLUMN "sender_version" INTEGER;
ALTER TABLE "review_tasks" ADD COLUMN "stale_since" INTEGER;

-- Until now an article had one version: what was said of the one was said of the other.
ALTER TABLE "article_versions" DISABLE TRIGGER "append_only";
UPDATE "article_versions" v SET "title" = a."title", "published_at" = a."published_at", "source_url" = a."source_url"
  FROM "articles" a WHERE a."newsroom_id" = v."newsroom_id" AND a."id" = v."article_id" AND a."version_number" = v."number";
ALTER TABLE "article_versions" ENABLE TRIGGER "append_only";

-- Few tasks are stale, and people look for them by themselves.
CREATE INDEX "review_tasks_stale" ON "review_tasks" ("newsroom_id", "priority" DESC, "id") WHERE "stale_since" IS NOT NULL;
