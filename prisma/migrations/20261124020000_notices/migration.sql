-- What others are told: webhooks, chat notices and members' digests, all of them of the same outgoing events.

-- CreateEnum
CREATE TYPE "WebhookKind" AS ENUM ('WEBHOOK', 'CHAT');

-- CreateEnum
CREATE TYPE "WebhookDeliveryStatus" AS ENUM ('PENDING', 'SENDING', 'DELIVERED', 'FAILED');

-- CreateEnum
CREATE TYPE "WebhookDisabledReason" AS ENUM ('BY_ADMIN', 'FAILING', 'GONE');

-- CreateEnum
CREATE TYPE "DigestFrequency" AS ENUM ('HOURLY', 'DAILY');

-- CreateTable
CREATE TABLE "webhooks" (
    "id" UUID NOT NULL,
    "newsroom_id" UUID NOT NULL,
    "kind" "WebhookKind" NOT NULL,
    "sealed_url" BYTEA NOT NULL,
    "host" TEXT NOT NULL,
    "description" TEXT,
    "events" TEXT[],
    "language" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),
    "disabled_reason" "WebhookDisabledReason",
    "failing_since" TIMESTAMPTZ(3),
    "last_delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhooks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_secrets" (
    "id" UUID NOT NULL,
    "newsroom_id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_secrets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outgoing_events" (
    "id" UUID NOT NULL,
    "newsroom_id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "facts" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outgoing_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_deliveries" (
    "id" UUID NOT NULL,
    "newsroom_id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "status" "WebhookDeliveryStatus" NOT NULL DEFAULT 'PENDING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_attempts" (
    "newsroom_id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "status" INTEGER,
    "failure" TEXT,
    "response" TEXT,

    CONSTRAINT "webhook_attempts_pkey" PRIMARY KEY ("newsroom_id","delivery_id","number")
);

-- CreateTable
CREATE TABLE "digest_subscriptions" (
    "newsroom_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "frequency" "DigestFrequency" NOT NULL,
    "hour" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3),

    CONSTRAINT "digest_subscriptions_pkey" PRIMARY KEY ("newsroom_id","member_id")
);

-- CreateTable
CREATE TABLE "digest_items" (
    "newsroom_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,

    CONSTRAINT "digest_items_pkey" PRIMARY KEY ("newsroom_id","member_id","event_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "webhooks_newsroom_id_id_key" ON "webhooks"("newsroom_id", "id");

-- CreateIndex
CREATE INDEX "webhook_secrets_newsroom_id_webhook_id_idx" ON "webhook_secrets"("newsroom_id", "webhook_id");

-- CreateIndex
CREATE INDEX "outgoing_events_at_idx" ON "outgoing_events"("at");

-- CreateIndex
CREATE UNIQUE INDEX "outgoing_events_newsroom_id_id_key" ON "outgoing_events"("newsroom_id", "id");

-- CreateIndex
CREATE INDEX "webhook_deliveries_newsroom_id_webhook_id_sequence_idx" ON "webhook_deliveries"("newsroom_id", "webhook_id", "sequence" DESC);

-- CreateIndex
CREATE INDEX "webhook_deliveries_newsroom_id_event_id_idx" ON "webhook_deliveries"("newsroom_id", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_deliveries_newsroom_id_id_key" ON "webhook_deliveries"("newsroom_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_deliveries_newsroom_id_webhook_id_event_id_key" ON "webhook_deliveries"("newsroom_id", "webhook_id", "event_id");

-- CreateIndex
CREATE INDEX "digest_items_newsroom_id_event_id_idx" ON "digest_items"("newsroom_id", "event_id");

-- AddForeignKey
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_newsroom_id_fkey" FOREIGN KEY ("newsroom_id") REFERENCES "newsrooms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_newsroom_id_created_by_id_fkey" FOREIGN KEY ("newsroom_id", "created_by_id") REFERENCES "members"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "webhook_secrets" ADD CONSTRAINT "webhook_secrets_newsroom_id_webhook_id_fkey" FOREIGN KEY ("newsroom_id", "webhook_id") REFERENCES "webhooks"("newsroom_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_newsroom_id_webhook_id_fkey" FOREIGN KEY ("newsroom_id", "webhook_id") REFERENCES "webhooks"("newsroom_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_newsroom_id_event_id_fkey" FOREIGN KEY ("newsroom_id", "event_id") REFERENCES "outgoing_events"("newsroom_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "webhook_attempts" ADD CONSTRAINT "webhook_attempts_newsroom_id_delivery_id_fkey" FOREIGN KEY ("newsroom_id", "delivery_id") REFERENCES "webhook_deliveries"("newsroom_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "digest_subscriptions" ADD CONSTRAINT "digest_subscriptions_newsroom_id_member_id_fkey" FOREIGN KEY ("newsroom_id", "member_id") REFERENCES "members"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "digest_items" ADD CONSTRAINT "digest_items_newsroom_id_member_id_fkey" FOREIGN KEY ("newsroom_id", "member_id") REFERENCES "digest_subscriptions"("newsroom_id", "member_id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "digest_items" ADD CONSTRAINT "digest_items_newsroom_id_event_id_fkey" FOREIGN KEY ("newsroom_id", "event_id") REFERENCES "outgoing_events"("newsroom_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;


-- What follows, Prisma's schema language cannot say.

ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_disabled" CHECK (("disabled_at" IS NULL) = ("disabled_reason" IS NULL));
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_language" CHECK (("language" IS NULL) = ("kind" <> 'CHAT'));
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_due" CHECK ("due_at" IS NULL OR "status" = 'PENDING');
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_delivered"
  CHECK ("status" <> 'DELIVERED' OR "delivered_at" IS NOT NULL);
ALTER TABLE "digest_subscriptions" ADD CONSTRAINT "digest_subscriptions_hour" CHECK ("hour" BETWEEN 0 AND 23);

-- What is due is looked for every second; whether something earlier of the same subject is not over yet, for each of it.
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" ("due_at") WHERE "status" = 'PENDING' AND "due_at" IS NOT NULL;
CREATE INDEX "webhook_deliveries_not_over" ON "webhook_deliveries" ("newsroom_id", "webhook_id", "subject_id", "sequence")
  WHERE "status" IN ('PENDING', 'SENDING');
CREATE INDEX "digest_subscriptions_next" ON "digest_subscriptions" ("next_at");

GRANT SELECT, INSERT, UPDATE, DELETE ON "webhooks", "webhook_secrets", "webhook_deliveries", "digest_subscriptions",
  "digest_items" TO isnad_app;
GRANT SELECT, INSERT, DELETE ON "outgoing_events" TO isnad_app;
GRANT SELECT, INSERT ON "webhook_attempts" TO isnad_app;
GRANT USAGE ON SEQUENCE "outgoing_events_sequence_seq" TO isnad_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['webhooks', 'webhook_secrets', 'outgoing_events', 'webhook_deliveries', 'webhook_attempts',
                           'digest_subscriptions', 'digest_items'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY "own_newsroom" ON %I TO isnad_app USING ("newsroom_id" = (SELECT app_newsroom()))', t);
  END LOOP;
END $$;

-- forSystem 'notify' finds whose deliveries and digests are due, and whose events are past keeping; what is done about
-- them is done newsroom by newsroom.
CREATE POLICY "notify" ON "webhook_deliveries" FOR SELECT TO isnad_app
  USING ((SELECT app_purpose()) = 'notify' AND "status" = 'PENDING');
CREATE POLICY "notify" ON "digest_subscriptions" FOR SELECT TO isnad_app USING ((SELECT app_purpose()) = 'notify');
CREATE POLICY "notify" ON "outgoing_events" FOR SELECT TO isnad_app
  USING ((SELECT app_purpose()) = 'notify' AND "at" < now() - interval '30 days');

-- The events. The database writes each with the change itself, so that no writer can forget one, none is written for a
-- change that is rolled back, and none is written twice. Where nobody wants to know, nothing is written.
CREATE FUNCTION is_event_wanted(newsroom uuid, event_type text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM "webhooks" w WHERE w.newsroom_id = newsroom AND event_type = ANY (w.events))
    OR (event_type IN ('verdict.approved', 'factcheck.published', 'factcheck.corrected', 'factcheck.retracted')
      AND EXISTS (SELECT FROM "digest_subscriptions" d WHERE d.newsroom_id = newsroom))
$$;

-- FOR KEY SHARE: somebody who takes a webhook away at this very moment is waited for, and then there is none to tell.
CREATE FUNCTION add_outgoing_event(newsroom uuid, event_type text, subject uuid, event_facts jsonb, happened timestamptz)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE e "outgoing_events";
BEGIN
  INSERT INTO "outgoing_events" ("id", "newsroom_id", "type", "subject_id", "facts", "at")
    VALUES (gen_random_uuid(), newsroom, event_type, subject, event_facts, happened) RETURNING * INTO e;
  INSERT INTO "webhook_deliveries" ("id", "newsroom_id", "webhook_id", "event_id", "subject_id", "sequence", "due_at")
    SELECT gen_random_uuid(), newsroom, w.id, e.id, subject, e.sequence, CASE WHEN w.disabled_at IS NULL THEN now() END
    FROM "webhooks" w WHERE w.newsroom_id = newsroom AND event_type = ANY (w.events) FOR KEY SHARE;
  IF event_type NOT IN ('article.ready', 'task.changed') THEN
    INSERT INTO "digest_items" ("newsroom_id", "member_id", "event_id")
      SELECT newsroom, d.member_id, e.id FROM "digest_subscriptions" d WHERE d.newsroom_id = newsroom FOR KEY SHARE;
  END IF;
END $$;

CREATE FUNCTION tell_of_ready_article() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF is_event_wanted(NEW.newsroom_id, 'article.ready') THEN
    PERFORM add_outgoing_event(NEW.newsroom_id, 'article.ready', NEW.id, jsonb_build_object('articleId', NEW.id,
      'articleVersion', NEW.version_number, 'externalId', NEW.external_id, 'sourceUrl', NEW.source_url,
      'title', NEW.title, 'language', NEW.language, 'tasks', NEW.tasks_total), NEW.updated_at);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "tell_ready" AFTER UPDATE OF "status" ON "articles" FOR EACH ROW
  WHEN (NEW."status" = 'READY' AND OLD."status" <> 'READY') EXECUTE FUNCTION tell_of_ready_article();

CREATE FUNCTION tell_of_task_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE t "review_tasks";
BEGIN
  IF is_event_wanted(NEW.newsroom_id, 'task.changed') THEN
    SELECT * INTO t FROM "review_tasks" r WHERE r.newsroom_id = NEW.newsroom_id AND r.id = NEW.task_id;
    PERFORM add_outgoing_event(NEW.newsroom_id, 'task.changed', NEW.task_id, jsonb_build_object('taskId', NEW.task_id,
      'articleId', t.article_id, 'kind', t.kind, 'taskVersion', NEW.number, 'action', NEW.action,
      'from', NEW.data ->> 'from', 'to', NEW.data ->> 'to', 'memberId', NEW.actor_id), NEW.at);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "tell" AFTER INSERT ON "task_events" FOR EACH ROW EXECUTE FUNCTION tell_of_task_event();

CREATE FUNCTION tell_of_approved_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE t "review_tasks";
BEGIN
  IF is_event_wanted(NEW.newsroom_id, 'verdict.approved') THEN
    SELECT * INTO t FROM "review_tasks" r WHERE r.newsroom_id = NEW.newsroom_id AND r.id = NEW.task_id;
    PERFORM add_outgoing_event(NEW.newsroom_id, 'verdict.approved', NEW.task_id, jsonb_build_object('taskId', NEW.task_id,
      'articleId', t.article_id, 'kind', t.kind, 'verdictId', NEW.id, 'rating', NEW.rating,
      'scaleCode', NEW.scale_code, 'scaleVersion', NEW.scale_version, 'language', NEW.language,
      'proposerId', NEW.proposer_id, 'approverId', NEW.approver_id), NEW.approved_at);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "tell_approved" AFTER UPDATE OF "status" ON "verdicts" FOR EACH ROW
  WHEN (NEW."status" = 'APPROVED' AND OLD."status" <> 'APPROVED') EXECUTE FUNCTION tell_of_approved_verdict();

CREATE FUNCTION tell_of_edition() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  f "fact_checks";
  event_type text := CASE WHEN NEW.number = 1 THEN 'factcheck.published'
    WHEN NEW.correction_class = 'RETRACTION' THEN 'factcheck.retracted' ELSE 'factcheck.corrected' END;
BEGIN
  IF is_event_wanted(NEW.newsroom_id, event_type) THEN
    SELECT * INTO f FROM "fact_checks" c WHERE c.newsroom_id = NEW.newsroom_id AND c.id = NEW.fact_check_id;
    PERFORM add_outgoing_event(NEW.newsroom_id, event_type, f.task_id, jsonb_build_object('factCheckId', f.id,
      'taskId', f.task_id, 'edition', NEW.number), NEW.published_at);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "tell" AFTER INSERT ON "fact_check_editions" FOR EACH ROW EXECUTE FUNCTION tell_of_edition();
