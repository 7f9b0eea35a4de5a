import { proposeFor, submitClaims, TEXT } from './claim-in-review.js';
import { Desk, type Person } from './desk.js';
import * as document from './documents.js';

const PAGE = 'html claimReview warnings faults { field message }';
const PUBLICATION = `query ($id: ID!, $input: PublishFactCheckInput) { publicationPreview(taskId: $id, input: $input) { ${PAGE} } }`;
const CORRECTION = `query ($input: CorrectFactCheckInput!) { correctionPreview(input: $input) { ${PAGE} } }`;

let desk: Desk;
let editor: Person;
let reviewer: Person;
let checker: Person;

beforeAll(async () => {
  desk = await Desk.start();
  [editor, reviewer, checker] = [
    await desk.join('EDITOR'),
    await desk.join('REVIEWER'),
    await desk.join('FACT_CHECKER'),
  ];
});

afterAll(() => desk.close());

const get = async (url: string) => (await fetch(url)).text();
const SCRIPT = /<script type="application\/ld\+json">(.*?)<\/script>/s;
const then = (text: string) => text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then');
/** A page and its data, as they are at whatever second. */
const readPage = (html: string) => [then(html.replace(SCRIPT, '')), JSON.parse(then(SCRIPT.exec(html)![1]!))];

it('shows a page as it is published a moment later, and as its corrections leave it', async () => {
  const [, [id]] = await submitClaims(desk, checker);
  const version = await proposeFor(checker, id!);
  const input = { title: 'Grain exports did not rise' };
  expect((await editor.ask(PUBLICATION, { id, input })).publicationPreview).toBeNull();
  await reviewer.ask(document.APPROVE, { input: { taskId: id, expectedVersion: version } });

  const preview = (await editor.ask(PUBLICATION, { id, input })).publicationPreview;
  const factCheck = (await editor.ask(document.PUBLISH, { id, input })).publishFactCheck;
  expect(preview.faults).toEqual([]);
  expect(preview.warnings).toEqual(factCheck.warnings);
  const page = await get(factCheck.url);
  expect(readPage(preview.html)).toEqual(readPage(page));
  expect(
    (await editor.ask(`query ($id: ID!) { factCheck(id: $id) { html } }`, { id: factCheck.id })).factCheck.html,
  ).toBe(page);

  const changed = {
    ...{ factCheckId: factCheck.id, class: 'RATING_CHANGED', rating: 'MISLEADING', expectedVersion: 1 },
    ...{ publicNote: 'The register was read wrongly.', rationale: `${document.RATIONALE} So it misleads.` },
  };
  const corrected = (await reviewer.ask(CORRECTION, { input: changed })).correctionPreview;
  expect(corrected.faults).toEqual([]);
  await editor.ask(document.CORRECT, { input: changed });
  expect(await get(factCheck.url)).toBe(page);
  await reviewer.ask(document.APPROVE_CORRECTION, { id: factCheck.id, version: 1 });
  expect(readPage(corrected.html)).toEqual(readPage(await get(factCheck.url)));

  const retraction = { factCheckId: factCheck.id, class: 'RETRACTION', publicNote: 'Withdrawn.', expectedVersion: 2 };
  const retracted = (await editor.ask(CORRECTION, { input: retraction })).correctionPreview;
  expect(retracted).toMatchObject({ claimReview: {}, faults: [], html: expect.stringContaining('Withdrawn.') });
  expect(retracted.html).not.toContain('application/ld+json');
});

it('names what stands in the way, by the field that mends it', async () => {
  const [, [id]] = await submitClaims(desk, checker, `${TEXT} Nobody else was asked.`);
  const version = await proposeFor(checker, id!);
  await reviewer.ask(document.APPROVE, { input: { taskId: id, expectedVersion: version } });
  const input = { claimReviewed: 'False: exports rose' };
  const { faults } = (await editor.ask(PUBLICATION, { id, input })).publicationPreview;
  expect(faults).toEqual([{ field: 'claimReviewed', message: expect.any(String) }]);
  expect((await editor.failure(document.PUBLISH, { id, input })).extensions).toMatchObject({
    fields: { claimReviewed: faults[0].message },
  });

  const { id: factCheckId } = (await editor.ask(document.PUBLISH, { id, input: {} })).publishFactCheck;
  const wrong = { factCheckId, class: 'RATING_CHANGED', rating: 'NONE', publicNote: 'Note', expectedVersion: 1 };
  expect((await editor.ask(CORRECTION, { input: wrong })).correctionPreview.faults).toMatchObject([
    { field: 'rating' },
  ]);
});

it('lists what waits for somebody to decide on a correction', async () => {
  const [, [id]] = await submitClaims(desk, checker, `${TEXT} Others were asked.`);
  const version = await proposeFor(checker, id!);
  await reviewer.ask(document.APPROVE, { input: { taskId: id, expectedVersion: version } });
  const { id: factCheckId } = (await editor.ask(document.PUBLISH, { id, input: {} })).publishFactCheck;
  const list = async (pendingCorrection: boolean) =>
    (
      await editor.ask('query ($filter: FactCheckFilter) { factChecks(filter: $filter) { totalCount nodes { id } } }', {
        filter: { pendingCorrection },
      })
    ).factChecks.nodes.map((node: { id: string }) => node.id);
  expect(await list(true)).not.toContain(factCheckId);
  expect(await list(false)).toContain(factCheckId);
  const input = { factCheckId, class: 'TYPO', publicNote: 'A letter.', title: 'Grain', expectedVersion: 1 };
  await editor.ask(document.CORRECT, { input });
  expect(await list(true)).toEqual([factCheckId]);
  expect(await list(false)).not.toContain(factCheckId);
});
