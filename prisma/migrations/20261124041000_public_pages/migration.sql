-- What a newsroom tells its readers of itself, on its public pages of method and contact.
ALTER TABLE "newsrooms" ADD COLUMN "methodology" TEXT,
ADD COLUMN "corrections_policy" TEXT,
ADD COLUMN "contact_email" TEXT,
ADD COLUMN "contact_url" TEXT;
