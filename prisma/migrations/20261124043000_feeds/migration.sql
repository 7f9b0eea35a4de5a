-- Feeds of articles that are polled, and the items that they have shown.

-- CreateEnum
CREATE TYPE "FeedDisabledReason" AS ENUM ('BY_EDITOR', 'FAILING', 'GONE');

-- CreateTable
CREATE TABLE "feeds" (
    "id" UUID NOT NULL,
    "newsroom_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "language" TEXT,
    "priority" INTEGER NOT NULL,
    "poll_every_minutes" INTEGER NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),
    "disabled_reason" "FeedDisabledReason",
    "poll" INTEGER NOT NULL DEFAULT 1,
    "next_at" TIMESTAMPTZ(3),
    "last_polled_at" TIMESTAMPTZ(3),
    "last_status" INTEGER,
    "last_failure" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failing_since" TIMESTAMPTZ(3),
    "items_seen" INTEGER NOT NULL DEFAULT 0,
    "etag" TEXT,
    "last_modified" TEXT,

    CONSTRAINT "feeds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feed_items" (
    "newsroom_id" UUID NOT NULL,
    "feed_id" UUID NOT NULL,
    "identity" BYTEA NOT NULL,
    "content_hash" BYTEA NOT NULL,
    "article_id" UUID,
    "failure" TEXT,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feed_items_pkey" PRIMARY KEY ("newsroom_id","feed_id","identity")
);

-- CreateIndex
CREATE UNIQUE INDEX "feeds_newsroom_id_id_key" ON "feeds"("newsroom_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "feeds_newsroom_id_url_key" ON "feeds"("newsroom_id", "url");

-- CreateIndex
CREATE INDEX "feed_items_newsroom_id_feed_id_content_hash_idx" ON "feed_items"("newsroom_id", "feed_id", "content_hash");

-- AddForeignKey
ALTER TABLE "feeds" ADD CONSTRAINT "feeds_newsroom_id_fkey" FOREIGN KEY ("newsroom_id") REFERENCES "newsrooms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feeds" ADD CONSTRAINT "feeds_newsroom_id_created_by_id_fkey" FOREIGN KEY ("newsroom_id", "created_by_id") REFERENCES "members"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "feed_items" ADD CONSTRAINT "feed_items_newsroom_id_feed_id_fkey" FOREIGN KEY ("newsroom_id", "feed_id") REFERENCES "feeds"("newsroom_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "feed_items" ADD CONSTRAINT "feed_items_newsroom_id_article_id_fkey" FOREIGN KEY ("newsroom_id", "article_id") REFERENCES "articles"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;


-- What follows, Prisma's schema language cannot say.

ALTER TABLE "feeds" ADD CONSTRAINT "feeds_next" CHECK (("disabled_at" IS NULL) = ("next_at" IS NOT NULL));
CREATE INDEX "feeds_due" ON "feeds" ("next_at") WHERE "disabled_at" IS NULL;
CREATE INDEX "feed_items_article" ON "feed_items" ("newsroom_id", "article_id");

GRANT SELECT, INSERT, UPDATE, DELETE ON "feeds" TO isnad_app;
GRANT SELECT, INSERT, DELETE ON "feed_items" TO isnad_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['feeds', 'feed_items'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY "own_newsroom" ON %I TO isnad_app USING ("newsroom_id" = (SELECT app_newsroom()))', t);
  END LOOP;
END $$;

-- forSystem 'poll' finds the feeds that may be due; they are polled newsroom by newsroom.
CREATE POLICY "poll" ON "feeds" FOR SELECT TO isnad_app
  USING ((SELECT app_purpose()) = 'poll' AND "disabled_at" IS NULL);
