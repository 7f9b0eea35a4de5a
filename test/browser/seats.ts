import type { Browser, Page } from 'playwright-core';
import { GraphqlClient, type Variables } from '../kit/graphql-client.js';
import { findAxeFaults, type Likes, openBrowser, type Person, seat } from './browser.js';
import { type DemoService, startDemoService } from './demo-service.js';

export type Role = keyof DemoService['keys'];

// Data is whatever the test says it selected.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Data = any;

/** People of the demo newsroom at browsers of their own. */
export class Seats {
  private people: Person[] = [];

  private constructor(
    readonly service: DemoService,
    private readonly browser: Browser,
  ) {}

  static async open(): Promise<Seats> {
    return new Seats(await startDemoService(), await openBrowser());
  }

  async sit(role: Role, likes: Likes, path: string): Promise<Page> {
    const person = await seat(this.browser, this.service.url, this.service.keys[role], likes);
    this.people.push(person);
    await person.page.goto(this.service.url + path);
    return person.page;
  }

  /** As `sit`, by e-mail and password: what concerns one's own account needs a session. */
  async enter(role: keyof DemoService['accounts'], likes: Likes, path: string): Promise<Page> {
    const person = await seat(this.browser, this.service.url, null, likes);
    this.people.push(person);
    const { page } = person;
    await page.goto(this.service.url + path);
    const { email, password } = this.service.accounts[role];
    await page.locator('input[type=email]').fill(email);
    await page.locator('input[type=password]').fill(password);
    await page.keyboard.press('Enter');
    await page.locator('#screen').waitFor();
    return page;
  }

  /** Asks the service beside the browsers. */
  async ask(role: Role, query: string, variables: Variables = {}): Promise<Data> {
    const client = new GraphqlClient(this.service.url);
    return (await client.graphql<Data>(query, variables, this.service.keys[role])).expectData();
  }

  /** Everybody leaves; gives what their pages did that no page may do. */
  async leave(): Promise<string[]> {
    const faults = this.people.flatMap((person) => person.faults);
    await Promise.all(this.people.map(({ context }) => context.close()));
    this.people = [];
    return faults;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.service.stop();
  }
}

/** What axe finds on a page, and whether it is wider than its window; each with the name of what is shown. */
export async function findFaults(page: Page, name: string): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const found = (await findAxeFaults(page)).map((fault) => `${name}: ${fault}`);
  const isWider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  return isWider ? [...found, `${name} is wider than the page`] : found;
}
