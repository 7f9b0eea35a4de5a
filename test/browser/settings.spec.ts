/// <reference lib="dom" />
import { GraphqlClient } from '../kit/graphql-client.js';
import { codeOf } from '../kit/totp-code.js';
import { until } from '../kit/until.js';
import { describeWhen } from '../kit/when.js';
import { BROWSER, NO_BROWSER } from './browser.js';
import { findFaults, Seats } from './seats.js';

const PARTS = ['account', 'newsroom', 'members', 'keys', 'policy', 'scales'];

describeWhen(BROWSER !== null, NO_BROWSER, 'settings at the desk', () => {
  let seats: Seats;

  beforeAll(async () => void (seats = await Seats.open()), 90_000);

  afterEach(async () => expect(await seats.leave()).toEqual([]));

  afterAll(() => seats?.close());

  it('invites, revokes, changes a role, deactivates and takes that back', async () => {
    const page = await seats.enter('ADMIN', { language: 'en' }, '/settings/members');
    const email = 'new.checker@paper.example';
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    const invited = page.getByRole('listitem').filter({ hasText: email });
    await invited.waitFor();
    await invited.getByRole('button', { name: 'Revoke' }).click();
    await invited.waitFor({ state: 'detached' });

    const row = page.getByRole('listitem').filter({ has: page.getByText('viewer@demo.invalid', { exact: true }) });
    const role = row.getByRole('combobox');
    await role.selectOption('REVIEWER');
    await page.getByText(': Reviewer').waitFor();
    await row.getByRole('button', { name: 'Deactivate' }).click();
    await page.getByRole('dialog').getByRole('combobox').selectOption({ index: 1 });
    await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
    await row.getByText('Inactive').waitFor();
    await row.getByRole('button', { name: 'Reactivate' }).click();
    await row.getByText('Inactive').waitFor({ state: 'detached' });
    expect(await role.inputValue()).toBe('REVIEWER');
  }, 60_000);

  it('says why the last administrator stays one', async () => {
    const page = await seats.enter('ADMIN', { language: 'en' }, '/settings/members');
    const own = page.getByRole('listitem').filter({ hasText: 'admin@demo.invalid' });
    await own.getByRole('combobox').selectOption('VIEWER');
    await page.locator('.mantine-Notification-root').getByText('ADMIN').waitFor();
    expect(await own.getByRole('combobox').inputValue()).toBe('ADMIN');
  });

  it('erases only after the address was typed', async () => {
    const page = await seats.enter('ADMIN', { language: 'en' }, '/settings/members');
    const row = page.getByRole('listitem').filter({ hasText: 'fact-checker@demo.invalid' });
    await row.getByRole('button', { name: 'Deactivate' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
    await row.getByRole('button', { name: 'Erase' }).click();
    const dialog = page.getByRole('dialog');
    const erase = dialog.getByRole('button', { name: 'Erase' });
    expect(await erase.isDisabled()).toBe(true);
    await dialog.getByRole('textbox').fill('fact-checker@demo.invalid');
    await erase.click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('fact-checker@demo.invalid').waitFor({ state: 'detached' });
  }, 60_000);

  it('makes a key that works, shows it once, and ends it', async () => {
    const page = await seats.enter('EDITOR', { language: 'en' }, '/settings/keys');
    await page.getByLabel('What is it for?').fill('nightly mirror');
    await page.getByLabel('Role').selectOption('VIEWER');
    await page.getByRole('button', { name: 'Make the key' }).click();
    const dialog = page.getByRole('dialog');
    const key = (await dialog.locator('.mantine-Code-root').textContent())!;
    const ask = () => new GraphqlClient(seats.service.url).graphql('{ viewer { role } }', {}, key);
    expect((await ask()).body).toEqual({ data: { viewer: { role: 'VIEWER' } } });
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await page.reload();
    const row = page.getByRole('listitem').filter({ hasText: 'nightly mirror' });
    await row.waitFor();
    expect(await page.content()).not.toContain(key);
    await row.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await row.getByText('Revoked').waitFor();
    await until('the key has ended', async () => (await ask()).body.errors !== undefined);
  }, 60_000);

  it('keeps what the newsroom sets, and shows others why they may not', async () => {
    const page = await seats.enter('ADMIN', { language: 'en' }, '/settings/newsroom');
    await page.getByLabel('Public name').fill('The Demo Paper');
    await page.getByLabel('Address of the logo').fill('http://not-safe.example/logo.png');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('[aria-invalid=true]').waitFor();
    await page.getByLabel('Address of the logo').fill('');
    await page.getByLabel('Corrections policy').fill('Whatever was wrong is said on the page itself.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').first().waitFor();

    await page.getByRole('link', { name: 'Policy' }).click();
    await page.getByLabel('Least pieces of evidence').fill('2');
    await page.getByLabel('A weight of your own for a reason').selectOption('money');
    await page.getByRole('button', { name: 'Save' }).click();
    // The word of the first save may still stand there.
    const saved = '{ newsroomPolicy { version } }';
    await until('the policy is saved', async () => (await seats.ask('EDITOR', saved)).newsroomPolicy.version > 0);
    const { newsroomPolicy } = await seats.ask(
      'EDITOR',
      '{ newsroomPolicy { minEvidence reasonWeights { name weight } } }',
    );
    expect(newsroomPolicy).toEqual({ minEvidence: 2, reasonWeights: [{ name: 'money', weight: 0 }] });

    const editor = await seats.sit('EDITOR', { language: 'en' }, '/settings/newsroom');
    await editor.getByText('Only an administrator').waitFor();
    expect(await editor.getByLabel('Public name').inputValue()).toBe('The Demo Paper');
    const method = await (await fetch(`${seats.service.url}/n/demo/method`)).text();
    expect(method).toContain('Whatever was wrong is said on the page itself.');
    expect(await editor.getByRole('button', { name: 'Save' }).count()).toBe(0);
  }, 60_000);

  it("makes a scale of the newsroom's own, and retires it", async () => {
    const page = await seats.enter('ADMIN', { language: 'en' }, '/settings/scales');
    await page.getByRole('button', { name: 'Make your own from it' }).first().click();
    await page.getByLabel('Code of the scale').fill('HOUSE');
    await page.getByLabel('English').first().fill('Entirely true');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Entirely true').waitFor();
    await page.getByRole('button', { name: 'Retire' }).click();
    await page.getByText('HOUSE').waitFor({ state: 'hidden' });
    await page.getByText('1 earlier version').click();
    await page.getByText('Retired').waitFor();
  }, 60_000);

  it('sets up the second factor, which the next sign-in asks for', async () => {
    const page = await seats.enter('EDITOR', { language: 'ar' }, '/settings/account');
    const { password } = seats.service.accounts.EDITOR;
    const section = page.locator('section').filter({ hasText: 'العامل الثاني' });
    await section.locator('input[type=password]').fill(password);
    await section.getByRole('button').last().click();
    const secret = (await section.locator('.mantine-Code-root').textContent())!;
    expect(await section.locator('svg path').getAttribute('d')).toMatch(/^M\d/);
    await section.getByRole('textbox').fill(codeOf(`otpauth://totp/x?secret=${secret}`));
    await page.keyboard.press('Enter');
    await section.getByText('مفعّل: تُسأل').waitFor();
    await page.getByRole('button', { name: 'اخرج من كل مكان' }).click();
    await page.locator('input[type=email]').fill(seats.service.accounts.EDITOR.email);
    await page.locator('input[type=password]').fill(password);
    await page.keyboard.press('Enter');
    await page.locator('input[autocomplete=one-time-code]').fill(codeOf(`otpauth://totp/x?secret=${secret}`));
    await page.keyboard.press('Enter');
    await page.locator('#screen').waitFor();
  }, 60_000);

  it.each([
    { language: 'ar', colours: 'light', width: 1280 },
    { language: 'en', colours: 'dark', width: 360 },
    { language: 'fr', colours: 'light', width: 768 },
    { language: 'ar', colours: 'dark', width: 360 },
  ] as const)(
    'axe finds nothing wrong in $language, $colours, $width px',
    async (likes) => {
      const page = await seats.enter('ADMIN', likes, '/settings/account');
      const found: string[] = [];
      for (const part of PARTS) {
        await page.goto(`${seats.service.url}/settings/${part}`);
        await page.locator('main section, main form').first().waitFor();
        found.push(...(await findFaults(page, part)));
      }
      await page.locator('main section button').first().click();
      await page.locator('fieldset').first().waitFor();
      expect([...found, ...(await findFaults(page, 'a scale'))]).toEqual([]);
    },
    60_000,
  );
});
