-- What is searched is folded without the accents of Latin letters from here on (core/extraction/fold-for-search): rows of
-- before are folded so too. The texts themselves are not touched; of an article's versions only the copy for search is.
CREATE FUNCTION "without_accents"(folded text) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT normalize(regexp_replace(normalize(folded, NFD), '[\u0300-\u036F]', '', 'g'), NFC) $$;

UPDATE "articles" SET "title_folded" = without_accents("title_folded")
WHERE "title_folded" <> without_accents("title_folded");

ALTER TABLE "article_versions" DISABLE TRIGGER "append_only";
UPDATE "article_versions" SET "text_folded" = without_accents("text_folded")
WHERE "text_folded" <> without_accents("text_folded");
ALTER TABLE "article_versions" ENABLE TRIGGER "append_only";

UPDATE "speakers" SET "name_folded" = without_accents("name_folded")
WHERE "name_folded" <> without_accents("name_folded");

UPDATE "review_tasks" SET "speaker_folded" = without_accents("speaker_folded"), "text_folded" = without_accents("text_folded")
WHERE "speaker_folded" <> without_accents("speaker_folded") OR "text_folded" <> without_accents("text_folded");

UPDATE "fact_checks" SET "text_folded" = without_accents("text_folded")
WHERE "text_folded" <> without_accents("text_folded");

DROP FUNCTION "without_accents"(text);
