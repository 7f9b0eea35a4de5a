/// <reference lib="dom" />
import { describeWhen } from '../kit/when.js';
import { BROWSER, NO_BROWSER } from './browser.js';
import { findFaults, Seats } from './seats.js';

describeWhen(BROWSER !== null, NO_BROWSER, 'webhooks at the desk', () => {
  let seats: Seats;

  beforeAll(async () => void (seats = await Seats.open()), 90_000);

  afterEach(async () => expect(await seats.leave()).toEqual([]));

  afterAll(() => seats?.close());

  it('makes a webhook, shows its secret once, renews it, stops and deletes it', async () => {
    const page = await seats.enter('ADMIN', { language: 'en' }, '/integrations/webhooks');
    await page.getByRole('button', { name: 'Add a webhook' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Address').fill('https://cms.paper.example/hooks');
    await dialog.getByLabel('article.ready').check();
    await dialog.getByRole('button', { name: 'Add a webhook' }).click();
    const secret = page.locator('main code').filter({ hasText: /^whsec_/ });
    const first = await secret.textContent();
    await page.getByRole('link', { name: 'https://cms.paper.example/hooks' }).click();
    await page.getByRole('button', { name: 'Renew the secret' }).click();
    await secret.waitFor();
    expect(await secret.textContent()).not.toBe(first);
    await page.getByRole('button', { name: 'Disable' }).click();
    await page.getByRole('button', { name: 'Enable' }).waitFor();
    await page.getByRole('button', { name: 'Delete' }).click();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('No webhooks yet').waitFor();
  }, 60_000);

  it('says to others that it is for an administrator', async () => {
    const page = await seats.sit('EDITOR', { language: 'ar' }, '/integrations/webhooks');
    await page.locator('main h1').waitFor();
    expect(await page.locator('main button').count()).toBe(0);
  });

  it.each([
    { language: 'ar', colours: 'dark', width: 360 },
    { language: 'en', colours: 'light', width: 1280 },
  ] as const)(
    'axe finds nothing wrong in $language, $colours, $width px',
    async (likes) => {
      const page = await seats.enter('ADMIN', likes, '/integrations/webhooks');
      await page.locator('main button').first().click();
      const dialog = page.getByRole('dialog');
      await dialog.locator('input[type=url]').fill('https://a-long-name-of-a-machine.paper.example/hooks/of/the/desk');
      await dialog.getByLabel('task.changed').check();
      const found = await findFaults(page, 'a form');
      await dialog.locator('button[type=submit]').click();
      await page.locator('main li a').first().waitFor();
      found.push(...(await findFaults(page, 'a list')));
      await page.locator('main li a').first().click();
      await page.locator('main h1').waitFor();
      expect([...found, ...(await findFaults(page, 'a webhook'))]).toEqual([]);
    },
    60_000,
  );
});
