/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { describeWhen } from '../kit/when.js';
import { BROWSER, NO_BROWSER } from './browser.js';
import { openArticle, readArticle, submitArticle } from './articles.js';
import { findFaults, Seats } from './seats.js';

describeWhen(BROWSER !== null, NO_BROWSER, 'an article at the desk', () => {
  let seats: Seats;

  beforeAll(async () => void (seats = await Seats.open()), 90_000);

  afterEach(async () => expect(await seats.leave()).toEqual([]));

  afterAll(() => seats?.close());

  it('withdraws an article and takes that back', async () => {
    const id = await submitArticle(seats);
    const page = await openArticle(seats, id);
    await page.getByRole('button', { name: 'Withdraw the article' }).click();
    await page.getByLabel('Why?').fill('Handed in twice');
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw the article' }).click();
    await page.getByRole('main').locator('q').getByText('Handed in twice').waitFor();
    expect((await readArticle(seats, id)).status).toBe('WITHDRAWN');
    expect(await page.getByRole('region', { name: 'Mend the extraction' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('The article is back in work.').waitFor();
    expect((await readArticle(seats, id)).status).toBe('READY');
  }, 60_000);

  it('joins the letters of an Arabic word in which a mark begins', async () => {
    const id = await submitArticle(seats);
    const { text } = await readArticle(seats, id);
    // بلدية: the mark begins after the ب, which joins the ل.
    const start = text.indexOf('بلدية') + 1;
    const input = { articleId: id, spans: [{ start, end: start + 'لدية المدينة قد'.length }] };
    await seats.ask('EDITOR', `mutation ($input: AddClaimInput!) { addClaim(input: $input) { id } }`, { input });
    const page = await openArticle(seats, id, 'ar');
    await page.locator(`mark[data-start="${start}"]`).waitFor();
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const widths = await page.evaluate((at) => {
      const mark = document.querySelector(`mark[data-start="${at}"]`)!;
      // Another mark ends there, or none.
      const beside = mark.previousSibling!;
      const before = beside.lastChild ?? beside;
      const range = document.createRange();
      range.setStart(before, before.textContent!.length - 1);
      range.setEnd(mark.firstChild!, 'لدية'.length);
      const marked = range.getBoundingClientRect().width;
      const widthOf = (word: string) => {
        const plain = document.createElement('span');
        plain.textContent = word;
        document.querySelector('main article')!.append(plain);
        const { width } = plain.getBoundingClientRect();
        plain.remove();
        return width;
      };
      // What keeps letters apart makes them as wide as they are alone.
      return { marked, joined: widthOf('بلدية'), apart: widthOf('ب') + widthOf('لدية') };
    }, start);
    expect(Math.abs(widths.apart - widths.joined)).toBeGreaterThan(2);
    expect(Math.abs(widths.marked - widths.joined)).toBeLessThan(0.5);
  });

  it('prints the text and its tasks, dark on white and without its tools, whatever the screen has', async () => {
    const id = await submitArticle(seats);
    const page = await seats.sit('EDITOR', { language: 'ar', colours: 'dark' }, `/articles/${id}`);
    await page.locator('#screen ol li').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    const seen = await page.evaluate(() => ({
      body: getComputedStyle(document.body).backgroundColor,
      text: getComputedStyle(document.querySelector('main article')!).color,
      buttons: [...document.querySelectorAll('button')].filter((button) => button.checkVisibility()).length,
      tasks: [...document.querySelectorAll('#screen ol li')].every((task) => task.checkVisibility()),
      isCut: document.querySelector('aside')!.scrollHeight > document.querySelector('aside')!.clientHeight + 1,
    }));
    expect(seen).toEqual({
      ...{ body: 'rgb(255, 255, 255)', text: 'rgb(0, 0, 0)', buttons: 0, tasks: true, isCut: false },
    });
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it.each([
    { language: 'ar', colours: 'light', width: 1280 },
    { language: 'en', colours: 'dark', width: 360 },
    { language: 'fr', colours: 'light', width: 768 },
    { language: 'ar', colours: 'dark', width: 360 },
  ] as const)(
    'axe finds nothing wrong in $language, $colours, $width px',
    async (likes) => {
      const id = await submitArticle(seats);
      const page = await seats.sit('EDITOR', likes, `/articles/${id}`);
      await page.locator('#screen ol li').first().waitFor();
      await page.keyboard.press('j');
      const found = await findFaults(page, 'a chosen task with its tools');
      await page.keyboard.press('m');
      await page.locator('#pick-words').press('Control+A');
      await page.locator('section blockquote').waitFor();
      found.push(...(await findFaults(page, 'words selected by keys')));
      await page.keyboard.press('Escape');
      await page.locator('h1').click();
      await page.keyboard.press('c');
      await page.getByRole('dialog').waitFor();
      found.push(...(await findFaults(page, 'a claim being added')));
      expect(found).toEqual([]);
    },
    60_000,
  );
});
