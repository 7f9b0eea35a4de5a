/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Browser, Page } from 'playwright-core';
import { describeWhen } from '../kit/when.js';
import { BROWSER, findAxeFaults, type Likes, NO_BROWSER, openBrowser, type Person, seat } from './browser.js';
import { type DemoService, startDemoService } from './demo-service.js';

type Role = keyof DemoService['keys'];

let service: DemoService;
let browser: Browser;
let seated: Person[] = [];

/** Somebody of the demo newsroom, at a page that has what it shows. */
async function sit(role: Role | null, likes: Likes, path: string): Promise<Page> {
  const person = await seat(browser, service.url, role && service.keys[role], likes);
  seated.push(person);
  await person.page.goto(service.url + path);
  return person.page;
}

const WORDS = {
  ar: {
    quotation: 'ما يقوله المصدر',
    stance: 'ماذا يفيد؟',
    rating: 'خاطئ',
    propose: 'اقترح الحكم',
    inReview: 'قيد المراجعة',
    approve: 'اعتمد',
    approved: 'معتمدة',
    publish: 'انشر الآن',
    published: 'الصفحة المنشورة',
    rationale: 'الوثائق المنشورة تنقض هذا الادعاء من أوله إلى آخره.',
  },
  en: {
    quotation: 'What the source says',
    stance: 'What does it show?',
    rating: 'False',
    propose: 'Propose the verdict',
    inReview: 'In review',
    approve: 'Approve',
    approved: 'Approved',
    publish: 'Publish now',
    published: 'Published page',
    rationale: 'The published documents refute this claim from beginning to end.',
  },
} as const;

describeWhen(BROWSER !== null, NO_BROWSER, 'the desk in a browser', () => {
  beforeAll(async () => {
    service = await startDemoService();
    browser = await openBrowser();
  }, 90_000);

  afterEach(async () => {
    const faults = seated.flatMap((person) => person.faults);
    await Promise.all(seated.map(({ context }) => context.close()));
    seated = [];
    expect(faults).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  it.each(['ar', 'en'] as const)(
    'takes a denied claim, proposes, has it approved by another and publishes it, by keys alone, in %s',
    async (language) => {
      const words = WORDS[language];
      const checker = await sit('FACT_CHECKER', { language }, `/inbox?view=denied&language=${language}`);
      await checker.getByRole('row').first().waitFor();
      // The key marked T writes ف on an Arabic layout.
      await checker.evaluate((isArabic) => {
        const pressed = isArabic ? { key: 'ف', code: 'KeyT' } : { key: 't', code: 'KeyT' };
        document.body.dispatchEvent(new KeyboardEvent('keydown', { ...pressed, bubbles: true, cancelable: true }));
      }, language === 'ar');
      await checker.waitForURL(/\/tasks\/[\w-]+$/);
      await checker.locator('#rationale').waitFor();

      await checker.keyboard.press('e');
      await checker.keyboard.type('https://example.org/minutes');
      await checker.keyboard.press('Tab');
      await checker.keyboard.insertText('…');
      await checker.keyboard.press('Tab');
      await checker.keyboard.press('Tab');
      await checker.keyboard.press('ArrowDown');
      await checker.keyboard.press('ArrowDown');
      await checker.keyboard.press('Tab');
      await checker.keyboard.press('Enter');
      await checker.getByRole('link', { name: 'example.org' }).waitFor();

      await checker.getByRole('radio', { name: words.rating, exact: true }).focus();
      await checker.keyboard.press('Space');
      await checker.keyboard.press('Tab');
      await checker.keyboard.insertText(words.rationale);
      await checker.keyboard.press('Tab');
      await checker.keyboard.press('Enter');
      await checker.getByText(words.inReview, { exact: true }).waitFor();

      const path = new URL(checker.url()).pathname;
      const reviewer = await sit('REVIEWER', { language }, path);
      await reviewer.getByRole('link', { name: 'example.org' }).waitFor();
      await reviewer.keyboard.press('a');
      await reviewer.waitForURL(/\/review$/);
      await reviewer.getByRole('button', { name: words.approve, exact: true }).waitFor();
      await reviewer.keyboard.press('a');
      // The other browser hears of it without being asked.
      await checker.getByText(words.approved, { exact: true }).waitFor();

      const editor = await sit('EDITOR', { language }, path);
      await editor.getByRole('link', { name: 'example.org' }).waitFor();
      await editor.keyboard.press('p');
      await editor.getByRole('button', { name: words.publish }).focus();
      await editor.keyboard.press('Enter');
      const page = await editor.getByRole('link', { name: words.published }).getAttribute('href');
      const answer = await fetch(page!);
      expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining(words.rationale)]);
    },
    60_000,
  );

  it('shows what changed since the last proposal to who asked for it', async () => {
    const checker = await sit('FACT_CHECKER', { language: 'en' }, '/inbox?view=free&kind=QUOTE');
    await checker.getByRole('row').first().waitFor();
    await checker.keyboard.press('t');
    await checker.locator('#evidence-url').fill('https://example.org/recording');
    await checker.getByLabel('What does it show?').selectOption('SUPPORTS');
    await checker.getByRole('button', { name: 'Add the evidence' }).click();
    await checker.getByRole('radio', { name: 'Accurate' }).check();
    await checker.locator('#rationale').fill('The recording has these words at minute three.');
    await checker.getByRole('button', { name: 'Propose the verdict' }).click();
    await checker.getByText('In review', { exact: true }).waitFor();
    const reviewer = await sit('REVIEWER', { language: 'en' }, `${new URL(checker.url()).pathname}/review`);
    await reviewer.getByLabel('Comment').fill('At which minute of which day?');
    await reviewer.getByRole('button', { name: 'Request changes' }).click();
    await checker.locator('#rationale').fill('The recording of Monday has these words at minute three.');
    await checker.getByRole('button', { name: 'Propose the verdict' }).click();
    const changes = reviewer.getByRole('region', { name: 'What changed since the last proposal' });
    await changes.waitFor();
    expect(await changes.locator('ins').allTextContents()).toEqual([expect.stringContaining('Monday')]);
    expect(await changes.textContent()).toContain('At which minute of which day?');
  }, 60_000);

  it('keeps what was written when the page goes away', async () => {
    const checker = await sit('FACT_CHECKER', { language: 'en' }, '/inbox?view=free');
    await checker.getByRole('row').first().waitFor();
    await checker.keyboard.press('t');
    await checker.locator('#rationale').fill('Half a sentence');
    await checker.reload();
    await checker.locator('#rationale').waitFor();
    expect(await checker.locator('#rationale').inputValue()).toBe('Half a sentence');
  });

  it('dismisses many at once, and undoes it', async () => {
    const editor = await sit('EDITOR', { language: 'en' }, '/inbox?view=free&language=fr');
    await editor.getByRole('row').first().waitFor();
    for (const key of ['x', 'j', 'x', 'j', 'x']) await editor.keyboard.press(key);
    await editor.getByRole('button', { name: 'Dismiss 3 tasks' }).click();
    await editor.getByLabel('Why dismiss?').fill('Not ours to check');
    await editor.getByRole('dialog').getByRole('button', { name: 'Dismiss 3 tasks' }).click();
    await editor.getByText('3 tasks dismissed').waitFor();
    await editor.getByRole('button', { name: 'Undo' }).click();
    await editor.getByText('3 tasks are as they were').waitFor();
  });

  it('turns to another language, direction and digits without a reload', async () => {
    const editor = await sit('EDITOR', { language: 'en' }, '/inbox');
    await editor.getByRole('row').first().waitFor();
    await editor.getByRole('button', { name: 'Language and looks' }).click();
    await editor.getByRole('menuitemradio', { name: 'العربية' }).click();
    await editor.getByRole('menuitemradio', { name: '١ ٢ ٣' }).click();
    await editor.locator('html[lang=ar][dir=rtl]').waitFor({ state: 'attached' });
    await editor.getByText(/^[٠-٩]+ مها?م/).waitFor();
  });

  it('lets people in by e-mail and password, and out again', async () => {
    const page = await sit(null, { language: 'ar' }, '/inbox?view=free');
    const { email, password } = service.accounts.EDITOR;
    await page.getByLabel('البريد الإلكتروني').fill(email);
    await page.getByLabel('كلمة المرور', { exact: true }).fill('wrong password');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    await page.getByLabel('كلمة المرور', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('row').first().waitFor();
    // The address that was asked for is still there.
    expect(page.url()).toContain('view=free');
    await page.locator('header').getByRole('button', { name: 'سلمى' }).click();
    await page.getByRole('menuitem', { name: 'تسجيل الخروج' }).click();
    await page.getByLabel('البريد الإلكتروني').waitFor();
    await page.reload();
    await page.getByLabel('البريد الإلكتروني').waitFor();
  });

  it('asks for a key, and says when it is refused', async () => {
    const stranger = await sit(null, { language: 'en' }, '/inbox');
    await stranger.getByRole('button', { name: 'Sign in with an API key' }).click();
    await stranger.getByLabel('API key', { exact: true }).fill('isnad_wrong');
    await stranger.getByRole('button', { name: 'Sign in', exact: true }).click();
    await stranger.getByText('This key is unknown here').waitFor();
    expect(await findAxeFaults(stranger)).toEqual([]);
  });

  it.each([
    { language: 'ar', colours: 'light', width: 1280 },
    { language: 'en', colours: 'dark', width: 360 },
    { language: 'fr', colours: 'light', width: 768 },
    { language: 'ar', colours: 'dark', width: 360 },
  ] as const)(
    'axe finds nothing wrong, and nothing is wider than the page, in $language, $colours, $width px',
    async (likes) => {
      const page = await sit('EDITOR', likes, '/inbox');
      const open = (path: string) => page.goto(service.url + path);
      const screens: Record<string, () => Promise<unknown>> = {
        inbox: () => page.locator('[role=row]').first().waitFor(),
        'preferences opened': () =>
          page
            .locator('header button[aria-haspopup]:visible')
            .nth(likes.width < 800 ? 1 : 0)
            .click(),
        articles: () => open('/articles'),
        article: async () => {
          await page.locator('main li a').first().click();
          await page.locator('mark').first().waitFor();
        },
        task: async () => {
          await open('/inbox?view=denied');
          await page.locator('[role=row]').first().click();
          await page.locator('blockquote').waitFor();
        },
        review: async () => {
          await open(`${new URL(page.url()).pathname}/review`);
          await page.locator('blockquote').waitFor();
        },
        'shortcuts explained': () => page.keyboard.press('?'),
        'a task that is not there': () => open('/tasks/unknown'),
        'an address that leads nowhere': () => open('/nowhere'),
      };
      const found: string[] = [];
      for (const [name, show] of Object.entries(screens)) {
        await show();
        await page.locator('h1').first().waitFor();
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        found.push(...(await findAxeFaults(page)).map((fault) => `${name}: ${fault}`));
        const isWider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        if (isWider) found.push(`${name} is wider than the page`);
      }
      expect(found).toEqual([]);
    },
    60_000,
  );
});
