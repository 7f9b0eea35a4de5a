-- A digest that is off has no row; the API names it all the same, and one word has the same values everywhere.
-- AlterEnum
ALTER TYPE "DigestFrequency" ADD VALUE 'OFF' BEFORE 'HOURLY';

-- What follows, Prisma's schema language cannot say. As text: the new value cannot be used in the transaction that adds it.
ALTER TABLE "digest_subscriptions" ADD CONSTRAINT "digest_subscriptions_on" CHECK ("frequency"::text <> 'OFF');

-- Asked with every event of every task, mostly to hear no: a plpgsql function keeps its plan, an SQL function plans anew.
CREATE OR REPLACE FUNCTION is_event_wanted(newsroom uuid, event_type text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF EXISTS (SELECT FROM "webhooks" w WHERE w.newsroom_id = newsroom AND event_type = ANY (w.events)) THEN
    RETURN true;
  END IF;
  RETURN event_type NOT IN ('article.ready', 'task.changed')
    AND EXISTS (SELECT FROM "digest_subscriptions" d WHERE d.newsroom_id = newsroom);
END $$;
