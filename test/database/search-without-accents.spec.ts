import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { foldText } from '../../src/core/extraction/fold-text.js';
import { foldForSearch } from '../../src/core/extraction/fold-for-search.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { emptyDatabase } from '../kit/fresh-database.js';
import { MIGRATIONS } from '../kit/template-database.js';
import { temporaryFolder } from '../kit/temporary-folder.js';

const TITLES = ['Élise où Ångström', 'E\u0301lise', 'الأسلحة رئيس مسؤول إلى آخر', 'Żółw İstanbul', 'plain', 'й ё Ά'];

it('folds the rows of before as new ones are folded', async () => {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(MIGRATIONS)) {
    if (name < '20261123231100') cpSync(join(MIGRATIONS, name), join(folder, name), { recursive: true });
  }
  cpSync(join(MIGRATIONS, 'migration_lock.toml'), join(folder, 'migration_lock.toml'));
  const { url, drop } = await emptyDatabase();
  await migrate(url, folder);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`insert into newsrooms (id, slug, name) values (gen_random_uuid(), 'one', 'One')`);
  for (const title of TITLES) {
    await client.query(
      `with article as (insert into articles (id, newsroom_id, title, title_folded, text_hash)
         select gen_random_uuid(), id, $1, $2, decode(md5($1), 'hex') from newsrooms returning id, newsroom_id)
       insert into article_versions (id, newsroom_id, article_id, number, text, text_folded, text_hash)
         select gen_random_uuid(), newsroom_id, id, 1, $1, $2, '' from article`,
      [title, foldText(title).text],
    );
  }
  await migrate(url, MIGRATIONS);
  const { rows } = await client.query<{ text: string; title_folded: string; text_folded: string }>(
    'select text, title_folded, text_folded from articles a join article_versions v on v.article_id = a.id',
  );
  expect(rows).toHaveLength(TITLES.length);
  for (const { text, title_folded, text_folded } of rows) {
    expect([title_folded, text_folded]).toEqual([foldForSearch(text), foldForSearch(text)]);
  }
  await expect(client.query(`update article_versions set text = 'x'`)).rejects.toThrow();
  await client.end();
  await drop();
  rmSync(folder, { recursive: true, force: true });
});
