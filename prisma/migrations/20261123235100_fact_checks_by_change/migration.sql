-- For systems that keep a copy and ask for what changed since.
CREATE INDEX "fact_checks_newsroom_id_updated_at_id_idx" ON "fact_checks"("newsroom_id", "updated_at", "id");
