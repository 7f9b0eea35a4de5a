-- An article may be handed in as an address: its text, and with it the hash, comes when the page has been fetched.
ALTER TABLE "articles" ALTER COLUMN "text_hash" DROP NOT NULL;
ALTER TABLE "articles" ADD COLUMN "byline" TEXT, ADD COLUMN "fetch_url" TEXT;
ALTER TABLE "articles" ADD CONSTRAINT "articles_text_or_address" CHECK ("text_hash" IS NOT NULL OR "fetch_url" IS NOT NULL);
CREATE UNIQUE INDEX "articles_newsroom_id_fetch_url_key" ON "articles"("newsroom_id", "fetch_url");
