/// <reference lib="dom" />
import { describeWhen } from '../kit/when.js';
import { BROWSER, NO_BROWSER } from './browser.js';
import { type FilledDesk, fillDesk } from './fill-desk.js';
import { findFaults, Seats } from './seats.js';

const WORDS = {
  ar: {
    correct: 'صحّح',
    typo: 'خطأ طباعي',
    note: 'ملاحظة للقراء',
    rationale: 'التعليل',
    propose: 'اقترح التصحيح',
    own: /اقترحتَ هذا التصحيح/,
    edition: 'الإصدار 3',
    readers: 'كان اسم الوزارة خطأ، والصواب وزارة المياه.',
  },
  en: {
    correct: 'Correct',
    typo: 'Typo',
    note: 'Note to readers',
    rationale: 'Rationale',
    propose: 'Propose the correction',
    own: /You proposed this correction/,
    edition: 'Edition 3',
    readers: 'The name of the ministry was wrong; it is the ministry of water.',
  },
} as const;

describeWhen(BROWSER !== null, NO_BROWSER, 'fact-checks at the desk', () => {
  let seats: Seats;
  let desk: Record<'ar' | 'en', FilledDesk>;

  beforeAll(async () => {
    seats = await Seats.open();
    desk = await fillDesk(seats.service.url, seats.service.keys);
  }, 120_000);

  afterEach(async () => expect(await seats.leave()).toEqual([]));

  afterAll(() => seats?.close());

  it.each(['ar', 'en'] as const)(
    'proposes a correction, which somebody else approves in another browser, in %s',
    async (language) => {
      const words = WORDS[language];
      const path = `/fact-checks/${desk[language].corrected}`;
      const editor = await seats.sit('EDITOR', { language }, path);
      await editor.getByRole('button', { name: words.correct, exact: true }).waitFor();
      const reviewer = await seats.sit('REVIEWER', { language }, path);
      await reviewer.locator('iframe').waitFor();

      await editor.keyboard.press('c');
      const dialog = editor.getByRole('dialog');
      await dialog.getByRole('radio', { name: words.typo }).check();
      await dialog.getByLabel(words.note).fill(words.readers);
      await dialog.getByLabel(words.rationale).fill(`${words.readers} ${words.readers}`);
      // The page as it would read stands beside what is written.
      await dialog.frameLocator('iframe').getByText(words.readers).first().waitFor();
      await dialog.getByRole('button', { name: words.propose }).click();
      await editor.getByText(words.own).waitFor();

      // The other browser hears of it without being asked, and its reader decides by a key.
      await reviewer.locator('section[aria-labelledby=pending]').waitFor();
      await reviewer.locator('section[aria-labelledby=pending]').getByText(words.readers).first().waitFor();
      await reviewer.keyboard.press('a');
      await editor.getByText(words.edition).first().waitFor();
      expect(await editor.locator('section[aria-labelledby=pending]').count()).toBe(0);

      const url = await editor.locator('header a[target=_blank]').getAttribute('href');
      expect(await (await fetch(url!)).text()).toContain(words.readers);
    },
    60_000,
  );

  it('rejects a correction with a comment, and keeps both', async () => {
    const reviewer = await seats.sit('REVIEWER', { language: 'en' }, `/fact-checks/${desk.ar.pending}`);
    await reviewer.getByRole('button', { name: 'Reject it' }).waitFor();
    await reviewer.keyboard.press('r');
    await reviewer.keyboard.insertText('The register says otherwise.');
    await reviewer.getByRole('button', { name: 'Reject it' }).click();
    await reviewer.getByText('Rejected correction').waitFor();
    await reviewer.getByText('The register says otherwise.').waitFor();
  });

  it('shows what waits for a decision, and says why it is not theirs to make', async () => {
    const reader = await seats.sit('FACT_CHECKER', { language: 'en' }, '/fact-checks');
    await reader.getByRole('listitem').nth(3).waitFor();
    await reader.getByLabel('Correction pending').check();
    await reader.getByText('1 fact-check', { exact: true }).waitFor();
    await reader.getByRole('main').getByRole('listitem').waitFor();
    expect(new URL(reader.url()).search).toBe('?pending=1');
    await reader.getByRole('main').getByRole('link').first().click();
    // Not theirs to correct or decide: the page says so.
    await reader.getByText('Reviewers and editors decide on corrections.').waitFor();
    expect(await reader.getByRole('button', { name: 'Correct', exact: true }).count()).toBe(0);
  });

  it.each([
    { language: 'ar', colours: 'light', width: 1280 },
    { language: 'en', colours: 'dark', width: 360 },
    { language: 'fr', colours: 'light', width: 768 },
    { language: 'ar', colours: 'dark', width: 360 },
  ] as const)(
    'axe finds nothing wrong, and nothing is wider than the page, in $language, $colours, $width px',
    async (likes) => {
      const page = await seats.sit('EDITOR', likes, '/fact-checks');
      await page.locator('main li').first().waitFor();
      const found = await findFaults(page, 'fact-checks');
      await page.goto(`${seats.service.url}/fact-checks?text=nothing`);
      await page.locator('h2').waitFor();
      found.push(...(await findFaults(page, 'no fact-checks')));
      await page.goto(`${seats.service.url}/fact-checks/${desk.en.pending}`);
      await page.frameLocator('iframe').first().locator('h1').waitFor();
      found.push(...(await findFaults(page, 'a correction that waits')));
      await page.goto(`${seats.service.url}/fact-checks/${desk.en.corrected}`);
      await page.frameLocator('iframe').first().locator('h1').waitFor();
      await page.keyboard.press('c');
      await page.getByRole('radio').nth(2).check();
      found.push(...(await findFaults(page, 'a correction being written')));
      await page.goto(`${seats.service.url}/tasks/${desk.en.approved}`);
      await page.locator('blockquote').first().waitFor();
      await page.keyboard.press('p');
      await page.frameLocator('iframe').locator('h1').waitFor();
      found.push(...(await findFaults(page, 'the look before publishing')));
      await page.goto(`${seats.service.url}/tasks/${desk.en.escalated}`);
      await page.locator('.mantine-Alert-root').waitFor();
      found.push(...(await findFaults(page, 'an escalated task')));
      expect(found).toEqual([]);
    },
    90_000,
  );
});
