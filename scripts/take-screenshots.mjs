// Pictures of every screen of the desk, to be looked at: node scripts/take-screenshots.mjs FOLDER
// In Arabic and English, light and dark, at 360, 768 and 1440 px, of a demo service of its own. FOLDER lies outside the project.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { prepare } from './prepare.mjs';
import '../test/kit/run-typescript.mjs';

const [target] = process.argv.slice(2);
if (!target || !relative(process.cwd(), resolve(target)).startsWith('..')) {
  console.error('usage: node scripts/take-screenshots.mjs FOLDER, outside the project');
  process.exit(2);
}
const folder = resolve(target);
mkdirSync(folder, { recursive: true });
await prepare();

const data = mkdtempSync(join(tmpdir(), 'isnad-screenshots-'));
const service = spawn(process.execPath, ['dist/main/serve.js'], {
  env: { ...process.env, PORT: '0', ISNAD_DATA_DIR: data, ISNAD_DEMO: '1', ISNAD_LOG_LEVEL: 'warn' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = new Promise((done) => service.once('exit', done));
const lines = [];
createInterface(service.stdout).on('line', (line) => lines.push(line));
const said = (pattern) => lines.map((line) => pattern.exec(line)?.[1]).find(Boolean);

const SUBMITTED = {
  ar: 'الجسر الجديد يفتح في أيار\nقال وزير النقل سامر الحلو يوم الاثنين: "سنفتح الجسر في الأول من أيار".',
  en: 'New bridge to open in May\n"We will open it on the first of May," Transport Minister Ada Ferrol said on Monday.',
};

let browser;
try {
  const url = await untilReady();
  const keyOf = (role) => said(new RegExp(`^demo-api-key ${role} (\\S+)$`));
  const keys = Object.fromEntries(['EDITOR', 'REVIEWER', 'FACT_CHECKER'].map((role) => [role, keyOf(role)]));
  const { fillDesk } = await import('../test/browser/fill-desk.ts');
  const filled = await fillDesk(url, keys);
  browser = await chromium.launch({
    executablePath: process.env.ISNAD_TEST_BROWSER ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  for (const language of ['ar', 'en']) {
    for (const colours of ['light', 'dark']) {
      for (const width of [360, 768, 1440])
        await picture({ url, key: keys.EDITOR, filled: filled[language], language, colours, width });
    }
  }
} finally {
  await browser?.close();
  service.kill('SIGTERM');
  await ended;
  rmSync(data, { recursive: true, force: true });
}

async function untilReady() {
  for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((next) => setTimeout(next, 200))) {
    const url = said(/^isnad (http.*)\/$/);
    if (url && (await fetch(`${url}/health/ready`).catch(() => null))?.status === 200) return url;
  }
  throw new Error('the service is not ready');
}

/** Each screen as one comes to it: by the address, or by a click on what leads there. */
async function picture({ url, key, filled, language, colours, width }) {
  const context = await browser.newContext({
    viewport: { width, height: width < 500 ? 760 : 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.addInitScript(
    ([preferences]) => window.top === window && localStorage.setItem('isnad.preferences', preferences),
    [JSON.stringify({ language, colours })],
  );
  const shoot = async (name) => {
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.screenshot({ path: join(folder, `${name}-${language}-${colours}-${width}.png`) });
    const isWider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    if (isWider) console.error(`wider than the page: ${name}, ${language}, ${colours}, ${width}`);
  };
  await page.goto(`${url}/inbox`);
  await shoot('sign-in');
  await page.evaluate((own) => sessionStorage.setItem('isnad.api-key', own), key);

  await page.goto(`${url}/inbox`);
  await page.locator('[role=row]').first().waitFor();
  await shoot('inbox');
  await page.keyboard.press('x');
  await shoot('inbox-selected');
  await page.keyboard.press('?');
  await shoot('shortcuts');
  await page.goto(`${url}/articles`);
  await shoot('articles');
  await page.locator('main li a').last().click();
  await page.locator('mark').first().click();
  await shoot('article');
  await page.keyboard.press('m');
  await page.locator('#pick-words').press('Shift+End');
  await shoot('article-selected');
  await page.keyboard.press('Escape');
  await page.locator('h1').click();
  await page.keyboard.press('c');
  await page.getByRole('dialog').waitFor();
  await shoot('article-add');
  await page.goto(`${url}/inbox?view=denied&language=${language}`);
  await page.locator('[role=row]').nth(1).click();
  await page.locator('blockquote').waitFor();
  await page.keyboard.press('t');
  await page.locator('#rationale').waitFor();
  await shoot('task');
  await page.locator('#rationale').scrollIntoViewIfNeeded();
  await page.locator('#rationale').focus();
  await shoot('task-verdict');
  const task = new URL(page.url()).pathname;
  await page.goto(`${url}${task}/review`);
  await page.locator('blockquote').waitFor();
  await shoot('review');
  await page.goto(`${url}/tasks/${filled.escalated}`);
  await page.locator('blockquote').first().waitFor();
  await shoot('task-escalated');
  await page.goto(`${url}/tasks/${filled.approved}`);
  await page.locator('blockquote').first().waitFor();
  await page.keyboard.press('p');
  await page.frameLocator('iframe').locator('h1').waitFor();
  await shoot('publish');
  await page.goto(`${url}/fact-checks`);
  await page.locator('main li').first().waitFor();
  await shoot('fact-checks');
  await page.goto(`${url}/fact-checks/${filled.pending}`);
  await page.frameLocator('iframe').first().locator('h1').waitFor();
  await shoot('fact-check-pending');
  await page.goto(`${url}/fact-checks/${filled.corrected}`);
  await page.frameLocator('iframe').first().locator('h1').waitFor();
  await shoot('fact-check');
  await page.keyboard.press('c');
  await page.getByRole('radio').nth(2).check();
  await shoot('fact-check-correct');
  await page.goto(`${url}/submit`);
  await page.locator('textarea').first().fill(SUBMITTED[language]);
  await page.locator('dl').waitFor();
  await shoot('submit');
  await page.locator('.mantine-SegmentedControl-label').nth(1).click();
  await shoot('submit-file');
  for (const part of ['account', 'newsroom', 'members', 'keys', 'policy', 'scales']) {
    await page.goto(`${url}/settings/${part}`);
    await page.locator('main h1').waitFor();
    await shoot(`settings-${part}`);
  }
  await page.goto(`${url}/nowhere`);
  await shoot('nowhere');
  await context.close();
}
