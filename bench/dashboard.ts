/// <reference lib="dom" />
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import type pg from 'pg';
import { AccountsService } from '../src/accounts/accounts.service.js';
import { newApiKey } from '../src/accounts/api-keys.js';
import { addApiKey } from '../src/accounts/api-keys.store.js';
import type { Comparison } from './measure.js';
import { median } from './measure.js';
import { seedInbox } from './seed-inbox.js';
import type { ThrowawayService } from './throwaway-service.js';

const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const BROWSER = process.env.ISNAD_TEST_BROWSER ?? USUAL.find((path) => existsSync(path)) ?? null;

const TASKS = 100_000;
const ROUNDS = 7;

/** What the desk may cost: the script of the first screen, the way to it, and each filter over 100,000 tasks. */
const BUDGET = { script: 250, interactive: 1_500, filter: 300 };

/** The desk in a browser on this machine, held against its budgets. Nothing where there is no browser. */
export async function benchDashboard(service: ThrowawayService, owner: pg.Pool): Promise<Comparison[]> {
  if (!BROWSER) {
    process.stderr.write('The desk is not measured: no Chromium found; set ISNAD_TEST_BROWSER to the path of one\n');
    return [];
  }
  const key = await editorOfALargeNewsroom(service, owner);
  await service.app.nest.listen(0, '127.0.0.1');
  const { port } = service.app.fastify.server.address() as { port: number };
  const browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const url = `http://127.0.0.1:${port}`;
    const first = await measureFirstLoad(browser, url, key);
    return [...first, ...(await measureFilters(browser, url, key))];
  } finally {
    await browser.close();
  }
}

async function editorOfALargeNewsroom({ app, database }: ThrowawayService, owner: pg.Pool): Promise<string> {
  const accounts = app.nest.get(AccountsService);
  const { id: newsroomId } = await accounts.createNewsroom('large', 'Large');
  const { id: memberId } = await accounts.createMember('large', {
    email: 'editor@large.invalid',
    name: 'Editor',
    role: 'EDITOR',
  });
  const key = newApiKey();
  await database
    .forNewsroom(newsroomId)
    .transaction((tx) => addApiKey(tx, { newsroomId, memberId, role: 'EDITOR', label: 'bench', key, expiresAt: null }));
  await seedInbox(owner, newsroomId, TASKS);
  return key;
}

async function openInbox(
  browser: Browser,
  url: string,
  key: string,
): Promise<{ page: Page; scriptBytes: () => number }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'ar-EG' });
  const page = await context.newPage();
  const sizes: number[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') void request.sizes().then((size) => sizes.push(size.responseBodySize));
  });
  await page.addInitScript((own) => sessionStorage.setItem('isnad.api-key', own), key);
  await page.goto(`${url}/inbox`);
  await page.locator('[role=row] [role=gridcell]').first().waitFor();
  return { page, scriptBytes: () => sizes.reduce((sum, size) => sum + size, 0) };
}

/** A browser that has never been here: its cache is empty, its connection new. */
async function measureFirstLoad(browser: Browser, url: string, key: string): Promise<Comparison[]> {
  const times: number[] = [];
  let script = 0;
  for (let round = -1; round < ROUNDS; round++) {
    const { page, scriptBytes } = await openInbox(browser, url, key);
    // Counted by the page's own clock, from the navigation to rows that are painted and can be pressed.
    const ready = await page.evaluate(
      () => new Promise<number>((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now())))),
    );
    if (round >= 0) times.push(ready);
    await page.waitForLoadState('networkidle');
    script = scriptBytes() / 1_000;
    await page.context().close();
  }
  return [
    budget('desk: script of the first load, compressed', script, BUDGET.script, 'kB'),
    budget('desk: inbox can be used', median(times), BUDGET.interactive, 'ms'),
  ];
}

/** From a filter's change to the first rows of its list on the screen. */
async function measureFilters(browser: Browser, url: string, key: string): Promise<Comparison[]> {
  const { page } = await openInbox(browser, url, key);
  await page.waitForLoadState('networkidle');
  const selects = page.locator('[role=search] select');
  const choices = [
    { name: 'language', at: 2, values: ['en', 'fr', 'ar'] },
    { name: 'stance', at: 1, values: ['DENIED', 'REPORTED', 'ASSERTED'] },
    { name: 'kind', at: 0, values: ['QUOTE', 'CLAIM'] },
    { name: 'order', at: 3, values: ['UPDATED_AT', 'CHECK_WORTHINESS', 'CREATED_AT', 'PRIORITY'] },
  ];
  const results: Comparison[] = [];
  for (const { name, at, values } of choices) {
    const times: number[] = [];
    for (let round = -2; round < ROUNDS; round++) {
      const value = values[Math.abs(round) % values.length]!;
      const time = await selects.nth(at).evaluate(untilPainted, value);
      if (round >= 0) times.push(time);
      await page.waitForLoadState('networkidle');
    }
    await selects.nth(at).selectOption(name === 'order' ? 'PRIORITY' : '');
    await page.waitForLoadState('networkidle');
    results.push(budget(`desk: filter by ${name}, 100,000 tasks`, median(times), BUDGET.filter, 'ms'));
  }
  return results;
}

/** Runs in the page: chooses, and waits until the list that was there is gone and rows of the new one are painted. */
function untilPainted(element: SVGElement | HTMLElement, value: string): Promise<number> {
  const select = element as HTMLSelectElement;
  const before = document.querySelector('[role=grid]');
  const begin = performance.now();
  // As a person's choice reaches React: through the element's own setter.
  Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')!.set!.call(select, value);
  select.dispatchEvent(new Event('change', { bubbles: true }));
  return new Promise((done) => {
    const look = () => {
      const grid = document.querySelector('[role=grid]');
      const isNew = grid !== null && grid !== before && grid.querySelector('[role=row] [role=gridcell]') !== null;
      if (!isNew) return requestAnimationFrame(look);
      // After this frame's paint.
      return requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
    };
    requestAnimationFrame(look);
  });
}

const budget = (name: string, ours: number, allowed: number, unit: 'ms' | 'kB'): Comparison => ({
  ...{ name, ours, yardstick: allowed, ratio: ours / allowed, bar: 1, unit },
});
