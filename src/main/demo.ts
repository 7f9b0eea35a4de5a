import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { AccountsService } from '../accounts/accounts.service.js';
import { findMember } from '../accounts/accounts.store.js';
import { addApiKey, findApiKey } from '../accounts/api-keys.store.js';
import { apiKeyFrom, hashApiKey } from '../accounts/api-keys.js';
import { FirstSignIn } from '../accounts/first-sign-in.js';
import { ArticlesService } from '../articles/articles.service.js';
import { RequestError } from '../platform/request-error.js';
import type { Secrets } from '../platform/config/secrets.js';
import { Database } from '../platform/database/database.js';

export const DEMO_NEWSROOM = 'demo';

/** The sample articles, each under an externalId of its own. */
export const SAMPLES = [
  { externalId: 'sample-ar', file: 'sample-ar.txt', language: 'ar' },
  { externalId: 'sample-en', file: 'sample-en.txt', language: 'en' },
  { externalId: 'sample-fr', file: 'sample-fr.txt', language: 'fr' },
] as const;

const SAMPLES_FOLDER = join(import.meta.dirname, '../../samples');
const PEOPLE = [
  { role: 'ADMIN', name: 'Miriam Okafor' },
  { role: 'EDITOR', name: 'سلمى الحداد' },
  { role: 'REVIEWER', name: 'Yusuf Adeyemi' },
  { role: 'FACT_CHECKER', name: 'Claire Fontan' },
  { role: 'VIEWER', name: 'نبيل عيسى' },
] as const;

/** The people who also get an API key. */
const WITH_KEY: readonly string[] = ['EDITOR', 'REVIEWER', 'FACT_CHECKER'];

/** What opens the demo to somebody at this very machine. */
export interface DemoPerson {
  readonly role: (typeof PEOPLE)[number]['role'];
  readonly email: string;
  readonly password: string;
  /** Null where the person has none. */
  readonly key: string | null;
}

/**
 * Makes the demo newsroom, its people, their keys and the sample articles where they are missing, and gives what people
 * come in by. Keys and passwords are derived from the root secret: the same at every start, and stored nowhere in clear.
 */
export async function prepareDemo(app: INestApplicationContext, secrets: Secrets): Promise<DemoPerson[]> {
  const accounts = app.get(AccountsService);
  const newsroom = (await accounts.findNewsroom(DEMO_NEWSROOM)) ?? (await createOnce(accounts));
  const handle = app.get(Database).forNewsroom(newsroom.id);
  const people: DemoPerson[] = [];
  for (const { role, name } of PEOPLE) {
    const email = `${role.toLowerCase().replace('_', '-')}@demo.invalid`;
    const key = WITH_KEY.includes(role) ? apiKeyFrom(secrets.derive(`demo api key ${role}`)) : null;
    const password = secrets.derive(`demo password ${role}`).slice(0, 20);
    const known = await handle.transaction((tx) => findMember(tx, newsroom.id, email));
    const member = known ?? (await accounts.createMember(DEMO_NEWSROOM, { email, name, role }));
    await handle.transaction(async (tx) => {
      if (!key || (await findApiKey(tx, hashApiKey(key)))) return;
      const owner = { newsroomId: newsroom.id, memberId: member.id, role };
      await addApiKey(tx, { ...owner, label: 'demo', key, expiresAt: null });
    });
    await app.get(FirstSignIn).ensurePassword({ email, name, password });
    people.push({ role, email, password, key });
  }
  const viewer = { newsroom: handle, memberId: null, role: 'INTEGRATION' as const, apiKeyId: 'demo' };
  for (const { file, language, externalId } of SAMPLES) {
    const text = readFileSync(join(SAMPLES_FOLDER, file), 'utf8');
    const title = text.slice(0, text.indexOf('\n')).trim();
    try {
      await app.get(ArticlesService).submit(viewer, { text, title, language, externalId });
    } catch (error) {
      // Another text under this id: the demo was started by an earlier release. What people did with it stays.
      if (!(error instanceof RequestError && error.code === 'CONFLICT')) throw error;
    }
  }
  return people;
}

const LONGEST_WAIT_MS = 15_000;

/**
 * Waits until the sample articles' tasks are open, so that whoever comes first finds them; not for ever: a slow machine,
 * or one whose worker runs elsewhere, shows them a little later.
 */
export async function untilSamplesAreReady(app: INestApplicationContext): Promise<void> {
  const newsroom = await app.get(AccountsService).findNewsroom(DEMO_NEWSROOM);
  if (!newsroom) return;
  const handle = app.get(Database).forNewsroom(newsroom.id);
  for (const end = Date.now() + LONGEST_WAIT_MS; Date.now() < end; await sleep(50)) {
    const waiting = await handle.transaction((tx) =>
      tx.article.count({
        where: {
          externalId: { in: SAMPLES.map((sample) => sample.externalId) },
          status: { in: ['RECEIVED', 'EXTRACTING'] },
        },
      }),
    );
    if (waiting === 0) return;
  }
}

/** Two processes may start together: the one that comes second finds the newsroom that the first made. */
async function createOnce(accounts: AccountsService) {
  try {
    return await accounts.createNewsroom(DEMO_NEWSROOM, 'Demo newsroom');
  } catch (error) {
    const made = await accounts.findNewsroom(DEMO_NEWSROOM);
    if (made) return made;
    throw error;
  }
}
