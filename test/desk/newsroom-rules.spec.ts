import { proposeFor, submitClaims, TEXT, versionOf } from './claim-in-review.js';
import { Desk, type Person } from './desk.js';
import * as document from './documents.js';

const POLICY =
  'version leaseMinutes minEvidence minRationaleLength checkWorthinessThreshold participantsShown reasonWeights { name weight }';
const READ_POLICY = `{ newsroomPolicy { ${POLICY} } }`;
const UPDATE = `mutation ($input: UpdateNewsroomPolicyInput!) { updateNewsroomPolicy(input: $input) { ${POLICY} } }`;
const SCALE =
  'code version kind isDefault inForce retired createdAt ratings { code order labels { ar en fr } ratingValue }';
const SCALES = `query ($kind: ReviewTaskKind) { ratingScaleVersions(kind: $kind) { ${SCALE} } }`;
const SAVE = `mutation ($input: SaveRatingScaleInput!) { saveRatingScale(input: $input) { ${SCALE} } }`;
const RETIRE = `mutation ($code: String!, $version: Int!) { retireRatingScale(code: $code, expectedVersion: $version) { ${SCALE} } }`;

const rating = (code: string, en: string, value?: number) => ({
  ...{ code, labels: { ar: `${en} ع`, en, fr: `${en} f` }, needsEvidence: true },
  ...(value === undefined ? {} : { ratingValue: value, bestRating: 3, worstRating: 1 }),
});

describe("A newsroom's own rules", () => {
  let desk: Desk;
  let admin: Person;
  let editor: Person;
  let reviewer: Person;
  let checker: Person;

  beforeEach(async () => {
    desk = await Desk.start();
    [admin, editor, reviewer, checker] = [
      await desk.join('ADMIN'),
      await desk.join('EDITOR'),
      await desk.join('REVIEWER'),
      await desk.join('FACT_CHECKER'),
    ];
  });

  afterEach(async () => {
    expect(await desk.findFaults()).toEqual([]);
    await desk.close();
  });

  it('are the defaults until an ADMIN changes them, one version after the other', async () => {
    const defaults = { leaseMinutes: 45, minEvidence: 1, minRationaleLength: 20, checkWorthinessThreshold: 0 };
    const none = { participantsShown: 'NOBODY', reasonWeights: [] };
    expect((await checker.ask(READ_POLICY)).newsroomPolicy).toEqual({ version: 0, ...defaults, ...none });
    expect((await editor.failure(UPDATE, { input: { expectedVersion: 0 } })).extensions.code).toBe('FORBIDDEN');
    const wrong = {
      ...{ leaseMinutes: 0, minEvidence: -1, minRationaleLength: 2_001, checkWorthinessThreshold: 1.5 },
      reasonWeights: [{ name: 'weather', weight: 1 }],
    };
    const { extensions } = await admin.failure(UPDATE, { input: { ...wrong, expectedVersion: 0 } });
    expect(Object.keys(extensions.fields!).sort()).toEqual(Object.keys(wrong).sort());
    const input = { leaseMinutes: 10, minEvidence: 2, expectedVersion: 0 };
    const both = await Promise.all([admin.send(UPDATE, { input }), admin.send(UPDATE, { input })]);
    expect(both.map(({ body }) => body.errors?.[0]!.extensions.code ?? 'done').sort()).toEqual(['CONFLICT', 'done']);
    expect((await checker.ask(READ_POLICY)).newsroomPolicy).toEqual({
      ...{ version: 1, ...defaults, ...none, leaseMinutes: 10, minEvidence: 2 },
    });
    const events = await desk.database.owner(`select action, data ->> 'version' as version from newsroom_events`);
    expect(events).toContainEqual({ action: 'POLICY_CHANGED', version: '1' });

    const [, [id]] = (await submitClaims(desk, checker)) as [string, [string]];
    await checker.ask(document.TAKE, { id });
    desk.moveOn(11);
    expect((await editor.ask(document.TAKE, { id })).takeTask.assignee.id).toBe(editor.id);
    await editor.ask(document.RELEASE, { id });
    const version = await versionOf(checker, id);
    await checker.ask(document.TAKE, { id });
    await checker.ask(document.ADD_EVIDENCE, { input: { taskId: id, note: 'One', stance: 'REFUTES' } });
    const proposal = { taskId: id, rating: 'FALSE', rationale: document.RATIONALE, expectedVersion: version + 2 };
    expect((await checker.failure(document.PROPOSE, { input: proposal })).extensions.code).toBe('INVALID_TRANSITION');
  });

  it('weigh the reasons of check-worthiness anew, and keep what is not worth it out of the inbox', async () => {
    const worths = async (articleId: string) => {
      const query =
        'query ($id: ID!) { article(id: $id) { claims(first: 100) { nodes { checkWorthiness reasons { name weight } } } } }';
      return (await checker.ask(query, { id: articleId })).article.claims.nodes as {
        checkWorthiness: number;
        reasons: { name: string; weight: number }[];
      }[];
    };
    const before = await worths((await submitClaims(desk, checker))[0]);
    const [{ name }] = before.flatMap(({ reasons }) => reasons) as unknown as [{ name: string }];
    const weights = { reasonWeights: [{ name, weight: -9 }], expectedVersion: 0 };
    await admin.ask(UPDATE, { input: weights });
    const [articleId] = await submitClaims(desk, checker, `${TEXT} `);
    const after = await worths(articleId);
    expect(after.flatMap(({ reasons }) => reasons).filter((reason) => reason.name === name)).toContainEqual({
      name,
      weight: -9,
    });
    const index = before.findIndex(({ reasons }) => reasons.some((reason) => reason.name === name));
    expect(after[index]!.checkWorthiness).toBeLessThan(before[index]!.checkWorthiness);

    const threshold = Math.max(...before.map(({ checkWorthiness }) => checkWorthiness));
    await admin.ask(UPDATE, { input: { checkWorthinessThreshold: threshold, expectedVersion: 1 } });
    const COUNT = 'query ($inbox: Boolean) { reviewTasks(filter: { inbox: $inbox }) { totalCount } }';
    const count = async (inbox: boolean | null) => (await checker.ask(COUNT, { inbox })).reviewTasks.totalCount;
    const inbox = await count(true);
    expect(inbox).toBeGreaterThan(0);
    expect(inbox + (await count(false))).toBe(await count(null));
    for (let i = 0; i < inbox; i++) expect((await checker.ask('mutation { nextTask { id } }')).nextTask).not.toBeNull();
    expect((await checker.ask('mutation { nextTask { id } }')).nextTask).toBeNull();
  });

  it('have scales of their own: each change a new version, old verdicts with the one that they were given in', async () => {
    const base = { kind: 'CLAIM', code: 'THREE_STEPS', expectedVersion: 0 };
    const ratings = [
      rating('NO', 'No', 1),
      rating('PARTLY', 'Partly', 2),
      rating('YES', 'Yes', 3),
      rating('OPEN', 'Open'),
    ];
    const save = (person: Person, change: object) => person.send(SAVE, { input: { ...base, ratings, ...change } });
    (await save(editor, {})).expectError('FORBIDDEN');
    for (const [change, field] of [
      [{ code: 'DEFAULT_CLAIM' }, 'code'],
      [{ code: 'three' }, 'code'],
      [{ ratings: [rating('NO', 'No')] }, 'ratings'],
      [{ ratings: [rating('NO', 'No'), rating('YES', 'No')] }, 'ratings'],
      [{ ratings: [rating('NO', 'No', 7), rating('YES', 'Yes')] }, 'ratings'],
      [{ ratings: [{ ...rating('NO', 'No'), ratingValue: 1 }, rating('YES', 'Yes')] }, 'ratings'],
    ] as const) {
      expect(Object.keys((await save(admin, change)).expectError('BAD_USER_INPUT').extensions.fields!)).toEqual([
        field,
      ]);
    }
    const { saveRatingScale: first } = (await save(admin, {})).expectData();
    expect(first).toMatchObject({ code: 'THREE_STEPS', version: 1, isDefault: false, inForce: true, retired: false });
    expect(first.ratings.map(({ order }: { order: number }) => order)).toEqual([1, 2, 3, 4]);
    (await save(admin, {})).expectError('CONFLICT');
    (await save(admin, { kind: 'QUOTE', expectedVersion: 1 })).expectError('BAD_USER_INPUT');

    const [, claims] = await submitClaims(desk, checker);
    const version = await proposeFor(checker, claims[0]!, 'PARTLY');
    (await save(admin, { ratings: ratings.filter(({ code }) => code !== 'PARTLY'), expectedVersion: 1 })).expectData();
    const approved = await reviewer.ask(document.APPROVE, { input: { taskId: claims[0], expectedVersion: version } });
    expect(approved.approveVerdict.verdict.rating).toBe('PARTLY');
    const { publishFactCheck } = await editor.ask(document.PUBLISH, { id: claims[0] });
    expect(publishFactCheck.claimReview.reviewRating).toMatchObject({
      alternateName: 'Partly',
      ratingValue: 2,
      bestRating: 3,
    });
    await checker.ask(document.TAKE, { id: claims[1] });
    await checker.ask(document.ADD_EVIDENCE, { input: { taskId: claims[1], note: 'x', stance: 'CONTEXT' } });
    const proposal = { taskId: claims[1], rating: 'PARTLY', rationale: document.RATIONALE };
    const input = { ...proposal, expectedVersion: await versionOf(checker, claims[1]!) };
    expect((await checker.failure(document.PROPOSE, { input })).extensions.fields).toHaveProperty('rating');
  });

  it('retire a scale, so that the one before it is in force again, and never the default', async () => {
    const ratings = [rating('NO', 'No'), rating('YES', 'Yes')];
    const save = (code: string, expectedVersion = 0) =>
      admin.ask(SAVE, { input: { kind: 'CLAIM', code, ratings, expectedVersion } });
    await save('ONE');
    desk.moveOn(1);
    await save('TWO');
    const inForce = async () => (await checker.ask('{ ratingScales(kind: CLAIM) { code version } }')).ratingScales[0];
    expect(await inForce()).toEqual({ code: 'TWO', version: 1 });
    expect((await editor.failure(RETIRE, { code: 'TWO', version: 1 })).extensions.code).toBe('FORBIDDEN');
    expect((await admin.failure(RETIRE, { code: 'NONE', version: 1 })).extensions.code).toBe('NOT_FOUND');
    expect((await admin.failure(RETIRE, { code: 'DEFAULT_CLAIM', version: 1 })).extensions.code).toBe(
      'INVALID_TRANSITION',
    );
    expect((await admin.failure(RETIRE, { code: 'TWO', version: 9 })).extensions.code).toBe('CONFLICT');
    const { retireRatingScale } = await admin.ask(RETIRE, { code: 'TWO', version: 1 });
    expect(retireRatingScale).toMatchObject({ retired: true, inForce: false });
    expect(await inForce()).toEqual({ code: 'ONE', version: 1 });
    expect((await admin.failure(RETIRE, { code: 'TWO', version: 1 })).extensions.code).toBe('INVALID_TRANSITION');
    await admin.ask(RETIRE, { code: 'ONE', version: 1 });
    expect(await inForce()).toEqual({ code: 'DEFAULT_CLAIM', version: 1 });
    desk.moveOn(2);
    await save('TWO', 1);
    expect(await inForce()).toEqual({ code: 'TWO', version: 2 });
    const all = (await checker.ask(SCALES, { kind: 'CLAIM' })).ratingScaleVersions;
    expect(
      all.map(({ code, version, retired }: { code: string; version: number; retired: boolean }) => [
        code,
        version,
        retired,
      ]),
    ).toEqual([
      ['TWO', 2, false],
      ['TWO', 1, false],
      ['ONE', 1, true],
      ['DEFAULT_CLAIM', 1, false],
    ]);
  });
});
