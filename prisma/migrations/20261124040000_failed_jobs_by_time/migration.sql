-- Those that failed for good are counted and deleted by when they ended.
CREATE INDEX "jobs_failed" ON "jobs" ("ended_at") WHERE "state" = 'FAILED';
