-- A digest that is off has no row; the API names it all the same, and one word has the same values everywhere.
-- AlterEnum
ALTER TYPE "DigestFrequency" ADD VALUE 'OFF' BEFORE 'HOURLY';

-- What follows, Prisma's schema language cannot say. As text: the new value cannot be used in the transaction that adds it.
ALTER TABLE "digest_subscriptions" ADD CONSTRAINT "digest_subscriptions_on" CHECK ("frequency"::text <> 'OFF');
