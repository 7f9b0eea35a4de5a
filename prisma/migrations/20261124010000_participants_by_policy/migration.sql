-- Whether published fact-checks name the people who made them is said by the newsroom's policy alone.
ALTER TABLE "newsrooms" DROP COLUMN "shows_members";
