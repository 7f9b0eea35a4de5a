/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Where the systems that we know keep a Chromium. */
const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
export const BROWSER = process.env.ISNAD_TEST_BROWSER ?? USUAL.find((path) => existsSync(path)) ?? null;
export const NO_BROWSER = 'no Chromium found; set ISNAD_TEST_BROWSER to the path of one';
if (!BROWSER) console.warn(`The browser tests are skipped: ${NO_BROWSER}`);

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: BROWSER!, args: FLAGS });

export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What no page may do: ask elsewhere, break its policy, throw. */
  readonly faults: string[];
}

export interface Likes {
  readonly language: 'ar' | 'en' | 'fr';
  readonly colours?: 'light' | 'dark';
  readonly width?: number;
}

/** Somebody at a browser of their own, who is signed in where they have a key. */
export async function seat(browser: Browser, url: string, key: string | null, likes: Likes): Promise<Person> {
  const context = await browser.newContext({
    viewport: { width: likes.width ?? 1280, height: 900 },
    locale: { ar: 'ar-EG', en: 'en-GB', fr: 'fr-FR' }[likes.language],
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // A refused sign-in or article is an answer, which the browser notes as an error.
    if (message.type() === 'error' && !/status of (401|422)/.test(message.text())) faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) faults.push(`asked ${request.url()}`);
  });
  const kept = JSON.stringify({ language: likes.language, colours: likes.colours ?? 'light' });
  await page.addInitScript(
    ([name, preferences, own]) => {
      // A public page that the desk shows in a frame has no storage.
      if (window.top !== window) return;
      if (!localStorage.getItem('isnad.preferences')) localStorage.setItem('isnad.preferences', preferences!);
      if (own) sessionStorage.setItem(name!, own);
    },
    ['isnad.api-key', kept, key],
  );
  return { page, context, faults };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with a page, a line each. */
export async function findAxeFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    interface Axe {
      configure(options: unknown): void;
      run(
        options: unknown,
      ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
    }
    const { axe } = window as unknown as { axe: Axe };
    // Axe takes joined Arabic letters for icons and passes over their contrast: these conditions look at them too.
    axe.configure({
      rules: [
        {
          id: 'color-contrast',
          matches: (node: Element) =>
            Array.from(node.childNodes).some((child) => child.nodeType === 3 && child.textContent?.trim()) &&
            !node.closest('[disabled],[inert],[aria-disabled=true]'),
        },
      ],
    });
    const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} — ${failureSummary.slice(0, 200)}`),
    );
  });
}
