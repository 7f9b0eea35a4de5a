-- What each key and address has asked lately, so that all processes of a desk hold one limit. It belongs to no newsroom
-- and names nobody (the subjects are hashes), so that it stands apart from their tables, without a policy. Unlogged: a
-- crash forgets it, which costs nothing.
CREATE SCHEMA "limits";

CREATE UNLOGGED TABLE "limits"."spent" (
    "subject" TEXT PRIMARY KEY,
    "level" DOUBLE PRECISION NOT NULL,
    "at" TIMESTAMPTZ NOT NULL
);

GRANT USAGE ON SCHEMA "limits" TO isnad_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "limits"."spent" TO isnad_app;
