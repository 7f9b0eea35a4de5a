/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from 'playwright-core';
import { describeWhen } from '../kit/when.js';
import { BROWSER, NO_BROWSER } from './browser.js';
import { openArticle, readArticle, submitArticle } from './articles.js';
import { Seats } from './seats.js';

describeWhen(BROWSER !== null, NO_BROWSER, 'mending the extraction at the desk', () => {
  let seats: Seats;

  beforeAll(async () => void (seats = await Seats.open()), 90_000);

  afterEach(async () => expect(await seats.leave()).toEqual([]));

  afterAll(() => seats?.close());

  const read = (id: string) => readArticle(seats, id);

  /** Where words of the article stand on the screen: the middle of their first and last letter. */
  const placeOf = (page: Page, words: string) =>
    page.evaluate((sought) => {
      const article = document.querySelector('main article')!;
      const at = article.textContent.indexOf(sought);
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      const letter = (offset: number) => {
        walker.currentNode = article;
        let before = 0;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const { length } = node.textContent!;
          if (before + length > offset) {
            const range = document.createRange();
            range.setStart(node, offset - before);
            range.setEnd(node, offset - before + 1);
            return range.getBoundingClientRect();
          }
          before += length;
        }
        throw new Error('no such place');
      };
      const [first, last] = [letter(at), letter(at + sought.length - 1)];
      const middle = (box: DOMRect) => box.top + box.height / 2;
      // From right to left: a letter begins at its right side.
      return { from: { x: first.right - 1, y: middle(first) }, to: { x: last.left + 1, y: middle(last) } };
    }, words);

  async function selectByMouse(page: Page, words: string): Promise<void> {
    const { from, to } = await placeOf(page, words);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 5 });
    await page.mouse.up();
  }

  const MISSED = 'طلبت تأجيل الافتتاح شهرا كاملا';

  it('adds a claim whose words are selected by mouse, in the offsets of the original, and undoes it', async () => {
    const id = await submitArticle(seats);
    const page = await openArticle(seats, id);
    await selectByMouse(page, MISSED);
    const tools = page.getByRole('region', { name: 'Mend the extraction' });
    await tools.locator('blockquote').getByText(MISSED).waitFor();
    await tools.getByRole('button', { name: 'Add as a claim' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Speaker').fill('بلدية المدينة');
    await dialog.getByLabel('What is it?').selectOption('ORGANIZATION');
    await dialog.getByRole('button', { name: 'Add as a claim' }).click();
    await page.getByText('Claim added.').waitFor();
    const added = (await read(id)).tasks.nodes.find(
      ({ subject }: { subject: { text: string } }) => subject.text === MISSED,
    );
    const { start, end } = added.subject.spans[0];
    expect((await read(id)).text.slice(start, end)).toBe(MISSED);
    expect(added).toMatchObject({ kind: 'CLAIM', status: 'OPEN', subject: { speaker: { name: 'بلدية المدينة' } } });
    await page.locator('#screen ol').getByText(MISSED, { exact: true }).waitFor();

    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('It is as it was.').waitFor();
    expect((await read(id)).tasks.nodes.find((task: { id: string }) => task.id === added.id)).toMatchObject({
      ...{ status: 'DISMISSED', subject: { state: 'REJECTED' } },
    });
  }, 60_000);

  it.each(['ar', 'en'] as const)(
    'adds a quote by keys alone, over a line end of two characters, in %s',
    async (language) => {
      const id = await submitArticle(seats);
      const page = await openArticle(seats, id, language);
      await page.keyboard.press('m');
      const field = page.locator('#pick-words');
      await field.waitFor();
      const words = 'ونفى الوزير أن تكون';
      // As the arrow keys with Shift select: the field's own offsets, in which a line end is one character.
      const at = (await field.inputValue()).indexOf(words);
      await field.evaluate((element: HTMLTextAreaElement, start) => element.setSelectionRange(start, start), at);
      for (let i = 0; i < words.length; i++) await page.keyboard.press('Shift+ArrowLeft');
      await page.locator('section blockquote').getByText(words, { exact: true }).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      await page.keyboard.insertText('سامر الحلو');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.insertText('وأضاف');
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      const { text, tasks } = await read(id);
      const added = tasks.nodes.find(({ subject }: { subject: { text: string } }) => subject.text === words);
      expect(added.subject).toMatchObject({
        ...{ cue: { text: 'وأضاف' }, speaker: { name: 'سامر الحلو', mention: { text: 'سامر الحلو' } } },
      });
      expect(text.slice(added.subject.spans[0].start, added.subject.spans[0].end)).toBe(words);
    },
    60_000,
  );

  it('moves, reclassifies, re-attributes, rejects and restores one, each undone or taken back', async () => {
    const id = await submitArticle(seats);
    const page = await openArticle(seats, id);
    type Quote = Record<'id' | 'kind' | 'status', string> & {
      subject: { text: string; type: string; speaker: { name: string }; state: string };
    };
    const tasks = async (): Promise<Quote[]> => (await read(id)).tasks.nodes;
    const before = (await tasks()).find(({ kind }) => kind === 'QUOTE')!;
    const quote = async () => (await tasks()).find((task) => task.id === before.id)!;
    const undo = async () => {
      await page.getByRole('button', { name: 'Undo' }).first().click();
      await page.getByText('It is as it was.').last().waitFor();
      await page.locator('.mantine-Notification-closeButton').first().click();
    };
    const card = page
      .locator('#screen ol li')
      .filter({ has: page.getByText('Quote', { exact: true }) })
      .first();
    await card.click({ position: { x: 5, y: 5 } });

    await selectByMouse(page, MISSED);
    await page.getByRole('button', { name: 'Make this its place' }).click();
    await page.getByText('Its place has changed.').waitFor();
    expect((await quote()).subject.text).toBe(MISSED);
    await undo();
    expect((await quote()).subject.text).toBe(before.subject.text);

    await card.getByLabel('Kind of quote').selectOption('MIXED');
    await page.getByText('Reclassified.').waitFor();
    await undo();
    expect((await quote()).subject.type).toBe(before.subject.type);

    await card.getByRole('button', { name: 'Re-attribute' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Speaker' }).fill('وزارة النقل');
    await dialog.getByLabel('Its claims are the same speaker’s').uncheck();
    await dialog.getByRole('button', { name: 'Re-attribute' }).click();
    await page.getByText('Attributed anew.').waitFor();
    expect((await quote()).subject.speaker.name).toBe('وزارة النقل');
    await undo();
    expect((await quote()).subject.speaker.name).toBe(before.subject.speaker.name);

    await card.getByRole('button', { name: 'Not a quote' }).click();
    await dialog.getByLabel('Why?').fill('It is a headline');
    await dialog.getByRole('button', { name: 'Not a quote' }).click();
    await card.getByRole('button', { name: 'Restore' }).click();
    await page.getByText('Restored; its task is open.').waitFor();
    expect(await quote()).toMatchObject({ id: before.id, status: 'OPEN', subject: { state: 'STANDING' } });
  }, 90_000);

  it('splits one at what is selected, and merges the parts again', async () => {
    const id = await submitArticle(seats);
    const page = await openArticle(seats, id);
    const standing = async (): Promise<{ kind: string; subject: { text: string } }[]> =>
      (await read(id)).tasks.nodes.filter(
        ({ subject }: { subject: { state: string } }) => subject.state === 'STANDING',
      );
    const [quote] = (await standing()).filter(({ kind }) => kind === 'QUOTE');
    const words = quote!.subject.text.split(' ');
    const second = words.slice(2).join(' ');
    await page
      .locator('#screen ol li')
      .filter({ has: page.getByText('Quote', { exact: true }) })
      .first()
      .click({ position: { x: 5, y: 5 } });
    await selectByMouse(page, second);
    await page.getByRole('region', { name: 'Mend the extraction' }).getByRole('button', { name: 'Split' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Split' }).click();
    await page.getByText('It is 2 now.').waitFor();
    const texts = (await standing()).map(({ subject }) => subject.text);
    expect(texts).toEqual(expect.arrayContaining([words.slice(0, 2).join(' '), second]));

    await page.getByRole('button', { name: 'Merge several' }).click();
    const quotes = page.locator('#screen ol li').filter({ has: page.getByText('Quote', { exact: true }) });
    await quotes.nth(1).waitFor();
    await quotes.nth(0).getByRole('checkbox').check();
    await quotes.nth(1).getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Merge 2 tasks' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Merge' }).click();
    await page.getByText('Merged.').waitFor();
    expect((await standing()).map(({ subject }) => subject.text)).toContain(quote!.subject.text);
  }, 60_000);
});
