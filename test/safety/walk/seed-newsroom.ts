import { createHash } from 'node:crypto';
import { until } from '../../kit/until.js';
import * as document from '../../desk/documents.js';
import { type Home, propose, versionOf, WORD } from './seed.js';

/** Rules first: what is published names who took part only where the policy says so beforehand. */
export async function seedRules({ admin }: Home): Promise<void> {
  const newsroom = {
    publicName: `${WORD} newsroom`,
    logoUrl: `https://${WORD}.example/logo.png`,
    ...{ methodology: `${WORD} method`, correctionsPolicy: `${WORD} corrections` },
    ...{ contactEmail: `${WORD}@desk.example`, contactUrl: `https://${WORD}.example/contact` },
  };
  await admin.ask('mutation ($input: UpdateNewsroomInput!) { updateNewsroom(input: $input) { id } }', {
    input: newsroom,
  });
  const policy = { expectedVersion: 0, participantsShown: 'NAMES', reasonWeights: [{ name: 'number', weight: 2 }] };
  await admin.ask('mutation ($input: UpdateNewsroomPolicyInput!) { updateNewsroomPolicy(input: $input) { version } }', {
    input: policy,
  });
  const save = 'mutation ($input: SaveRatingScaleInput!) { saveRatingScale(input: $input) { code } }';
  const labels = { ar: WORD, en: WORD, fr: WORD };
  const degree = { ratingValue: 1, worstRating: 1, bestRating: 5 };
  const ratings = [
    { code: 'OWN', labels, needsEvidence: true, ...degree },
    {
      code: 'OTHER',
      labels: { ar: `${WORD} 2`, en: `${WORD} 2`, fr: `${WORD} 2` },
      needsEvidence: true,
      ...degree,
      ratingValue: 5,
    },
  ];
  await admin.ask(save, { input: { code: 'RETIRED', kind: 'CLAIM', ratings, expectedVersion: 0 } });
  await admin.ask('mutation { retireRatingScale(code: "RETIRED", expectedVersion: 1) { code } }');
}

/** A scale in force beside the default one; what was rated before keeps its own. */
export async function seedOwnScale({ desk: { newsroom } }: Home): Promise<void> {
  const labels = { ar: WORD, en: WORD, fr: WORD };
  const rating = { code: 'OWN', labels, order: 1, needsEvidence: true, degree: { value: 1, worst: 1, best: 5 } };
  const { handle, id: newsroomId } = newsroom;
  await handle.transaction((tx) =>
    tx.ratingScale.create({ data: { newsroomId, code: 'OWN', version: 1, kind: 'CLAIM', ratings: [rating] } }),
  );
}

/** Somebody who is invited, and a key that was rotated, one that runs out, and one that was revoked. */
export async function seedPeople({ admin }: Home): Promise<void> {
  const invited = { email: `${WORD}@invited.example`, name: WORD, role: 'VIEWER' };
  await admin.ask('mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { id } }', { input: invited });
  const make = 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { id } } }';
  const made = await admin.ask(make, { input: { label: WORD, expiresAt: '2099-01-01T00:00:00Z' } });
  const { id } = made.createApiKey.apiKey;
  const rotated = await admin.ask('mutation ($id: ID!) { rotateApiKey(id: $id) { apiKey { id } } }', { id });
  await admin.ask('mutation ($id: ID!) { revokeApiKey(id: $id) { id } }', { id: rotated.rotateApiKey.apiKey.id });
}

/** A disagreement that waits for an EDITOR. */
export async function seedEscalation({ checker, reviewer, tasks }: Home): Promise<void> {
  const id = tasks.shift()!;
  await checker.ask(document.TAKE, { id });
  await checker.ask(document.ADD_EVIDENCE, { input: { taskId: id, note: `${WORD} note`, stance: 'REFUTES' } });
  await propose(checker, id);
  const input = { taskId: id, reason: `${WORD} reason`, expectedVersion: await versionOf(checker, id) };
  await reviewer.ask(document.ESCALATE, { input });
}

/** One claim that became two. */
export async function seedMends({ editor, tasks }: Home): Promise<void> {
  const id = tasks.shift()!;
  const read =
    'query ($id: ID!) { reviewTask(id: $id) { version subject { ... on Claim { spans { start end text } } } } }';
  const { version, subject } = (await editor.ask(read, { id })).reviewTask;
  const [{ start, end, text }] = subject.spans;
  const middle = start + text.indexOf(' ', text.length / 2);
  const parts = [{ spans: [{ start, end: middle }] }, { spans: [{ start: middle + 1, end }] }];
  await editor.ask('mutation ($input: SplitSubjectInput!) { splitSubject(input: $input) { task { id } } }', {
    input: { taskId: id, parts, comment: `${WORD} comment`, expectedVersion: version },
  });
}

/** An article that is no longer worked on. */
export async function seedWithdrawal({ desk, checker, editor }: Home): Promise<void> {
  const text = `The ${WORD} bridge was closed in 2021, the ministry said on Monday.`;
  const id = await desk.submit(checker, { text, language: 'en' });
  await editor.ask('mutation ($id: ID!, $reason: String!) { withdrawArticle(id: $id, reason: $reason) { id } }', {
    ...{ id, reason: `${WORD} reason` },
  });
}

/** A snapshot as it stands once the page was reached, which no test may do. */
export async function seedSnapshot({ desk: { database, newsroom } }: Home): Promise<void> {
  await until('every snapshot was tried', async () => {
    const [row] = await database.owner<{ none: boolean }>(
      `select not exists (select from snapshots where status = 'PENDING') as none`,
    );
    return row!.none;
  });
  const bytes = Buffer.from(`<p>${WORD}</p>`);
  const sha256 = createHash('sha256').update(bytes).digest();
  await database.owner('insert into snapshot_contents (newsroom_id, sha256, bytes, size) values ($1, $2, $3, $4)', [
    ...[newsroom.id, sha256, bytes, bytes.length],
  ]);
  await database.owner(
    `update snapshots set status = 'STORED', taken_at = now(), sha256 = $1, content_type = 'text/html', final_url = url,
       failure = null
     where id = (select id from snapshots order by id limit 1)`,
    [sha256],
  );
}

/** The sealer comes by every few seconds. */
export async function awaitSeal({ desk: { database, newsroom } }: Home): Promise<void> {
  await until('a seal is set', async () => {
    const [row] = await database.owner<{ some: boolean }>(
      'select exists (select from audit_seals where newsroom_id = $1) as some',
      [newsroom.id],
    );
    return row!.some;
  });
}
