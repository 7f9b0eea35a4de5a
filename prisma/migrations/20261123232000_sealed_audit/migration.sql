-- The newsroom's own events, and the sealed chain over them and over every task's events.

-- CreateTable
CREATE TABLE "newsroom_events" (
    "id" UUID NOT NULL,
    "newsroom_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "subject_kind" TEXT,
    "subject_id" UUID,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "hash" BYTEA NOT NULL DEFAULT decode('', 'hex'),

    CONSTRAINT "newsroom_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "newsroom_event_comments" (
    "newsroom_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "newsroom_event_comments_pkey" PRIMARY KEY ("newsroom_id","event_id")
);

-- CreateTable
CREATE TABLE "unsealed_events" (
    "newsroom_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,

    CONSTRAINT "unsealed_events_pkey" PRIMARY KEY ("newsroom_id","event_id")
);

-- CreateTable
CREATE TABLE "audit_seals" (
    "newsroom_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "event_ids" UUID[],
    "event_hashes" BYTEA[],
    "root" BYTEA NOT NULL,
    "prev_head" BYTEA,
    "head" BYTEA NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_seals_pkey" PRIMARY KEY ("newsroom_id","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "newsroom_events_newsroom_id_id_key" ON "newsroom_events"("newsroom_id", "id");

-- CreateIndex
CREATE INDEX "newsroom_events_newsroom_id_at_id_idx" ON "newsroom_events"("newsroom_id", "at", "id");

-- CreateIndex
CREATE INDEX "task_events_newsroom_id_at_id_idx" ON "task_events"("newsroom_id", "at", "id");

-- AddForeignKey
ALTER TABLE "newsroom_events" ADD CONSTRAINT "newsroom_events_newsroom_id_fkey" FOREIGN KEY ("newsroom_id") REFERENCES "newsrooms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newsroom_event_comments" ADD CONSTRAINT "newsroom_event_comments_newsroom_id_event_id_fkey" FOREIGN KEY ("newsroom_id", "event_id") REFERENCES "newsroom_events"("newsroom_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audit_seals" ADD CONSTRAINT "audit_seals_newsroom_id_fkey" FOREIGN KEY ("newsroom_id") REFERENCES "newsrooms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What follows, Prisma's schema language cannot say.

-- What a member did is looked for by member; the queue's and the clock's events, which are most, stay out of this index.
CREATE INDEX "task_events_by_member" ON "task_events" ("newsroom_id", "actor_id", "at", "id") WHERE "actor_id" IS NOT NULL;

GRANT SELECT, INSERT ON "newsroom_events", "newsroom_event_comments", "audit_seals" TO isnad_app;
GRANT SELECT, INSERT, DELETE ON "unsealed_events" TO isnad_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['newsroom_events', 'newsroom_event_comments', 'unsealed_events', 'audit_seals'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY "own_newsroom" ON %I TO isnad_app USING ("newsroom_id" = (SELECT app_newsroom()))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['newsroom_events', 'audit_seals'] LOOP
    EXECUTE format('CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER "append_only_truncate" BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

-- Which newsrooms have something to seal (forSystem 'seal').
CREATE POLICY "seal" ON "unsealed_events" FOR SELECT TO isnad_app USING ((SELECT app_purpose()) = 'seal');

-- A newsroom's event follows no other: the seals alone give them an order, so that nobody who writes one waits.
CREATE FUNCTION hash_newsroom_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.hash := sha256(convert_to(concat_ws(E'\n', NEW.newsroom_id, NEW.id, NEW.action, NEW.actor_kind,
    coalesce(NEW.actor_id::text, ''), coalesce(NEW.subject_kind, ''), coalesce(NEW.subject_id::text, ''),
    to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), NEW.data::text), 'UTF8'));
  RETURN NEW;
END $$;
CREATE TRIGGER "hash" BEFORE INSERT ON "newsroom_events" FOR EACH ROW EXECUTE FUNCTION hash_newsroom_event();

-- Every event waits for its seal from the moment at which it is committed: none can be forgotten, however late it comes.
CREATE FUNCTION await_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "unsealed_events" ("newsroom_id", "event_id") VALUES (NEW."newsroom_id", NEW."id");
  RETURN NULL;
END $$;
CREATE TRIGGER "await_seal" AFTER INSERT ON "newsroom_events" FOR EACH ROW EXECUTE FUNCTION await_seal();
CREATE TRIGGER "await_seal" AFTER INSERT ON "task_events" FOR EACH ROW EXECUTE FUNCTION await_seal();
-- Those from before there were seals wait too.
INSERT INTO "unsealed_events" ("newsroom_id", "event_id") SELECT "newsroom_id", "id" FROM "task_events";
