import { findNewsroomBySlug, pageOfNewsrooms } from '../../accounts/accounts.store.js';
import { Secrets } from '../../platform/config/secrets.js';
import { Database } from '../../platform/database/database.js';
import { findAuditBreak, type KnownHead } from '../../tasks/audit/find-audit-break.js';
import { sealKey } from '../../tasks/audit/seal.js';
import { CommandError, UsageError } from './fail.js';
import { readText } from './read-text.js';
import { withService } from './with-service.js';

const NEWSROOMS_AT_ONCE = 100;

/**
 * Walks the audit of one newsroom or of all, and prints for each its slug, the number and head of its last seal and the
 * number of sealed events. Throws CommandError at the first break. Whoever keeps the lines elsewhere can hold a later run
 * against them with --heads: then not even the end of the record can be cut off together with its seals.
 */
export async function runAuditVerify(options: { newsroom?: string; heads?: string }): Promise<void> {
  const heads = options.heads ? readHeads(options.heads, await readText(options.heads)) : new Map<string, KnownHead>();
  await withService(async (app) => {
    const database = app.get(Database);
    const key = sealKey(app.get(Secrets));
    for await (const { id, slug } of newsroomsOf(database, options.newsroom)) {
      const { broken, number, head, sealed } = await findAuditBreak(
        database.forNewsroom(id),
        key,
        heads.get(slug) ?? null,
      );
      if (broken !== null) throw new CommandError(`The audit of ${slug} is broken. ${broken}`);
      heads.delete(slug);
      process.stdout.write(`${slug} ${number} ${head || '-'} ${sealed}\n`);
    }
    const [gone] = options.newsroom === undefined ? heads.keys() : [];
    if (gone !== undefined) throw new CommandError(`The newsroom ${gone} is missing: its head was noted down`);
  });
}

async function* newsroomsOf(
  database: Database,
  slug: string | undefined,
): AsyncGenerator<{ id: string; slug: string }> {
  const directory = database.forSystem('directory');
  if (slug !== undefined) {
    const newsroom = await directory.transaction((tx) => findNewsroomBySlug(tx, slug));
    if (!newsroom) throw new CommandError(`There is no newsroom ${slug}`);
    yield newsroom;
    return;
  }
  for (let after = ''; ;) {
    const page = await directory.transaction((tx) => pageOfNewsrooms(tx, NEWSROOMS_AT_ONCE, after));
    yield* page;
    if (page.length < NEWSROOMS_AT_ONCE) return;
    after = page.at(-1)!.slug;
  }
}

function readHeads(file: string, text: string): Map<string, KnownHead> {
  return new Map(
    text
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const match = /^(\S+) (\d+) (-|[0-9a-f]{64})(?: |$)/.exec(line);
        if (!match) throw new UsageError(`${file} is not what \`isnad audit verify\` prints`);
        return [match[1]!, { number: Number(match[2]), head: match[3]!.replace('-', '') }];
      }),
  );
}
