import { pino } from 'pino';
import { Memberships } from '../../src/accounts/memberships.js';
import { SignIn } from '../../src/accounts/sign-in/sign-in.js';
import type { Role } from '../../src/core/workflow/roles.js';
import { Browser, type Page } from '../kit/browser.js';
import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom, type TestNewsroom } from '../kit/newsrooms.js';
import { type StartOptions, startApp, type TestApp } from '../kit/start-app.js';
import { until } from '../kit/until.js';

export const PASSWORD = 'a long walk by the river';

export interface Account {
  readonly id: string;
  readonly email: string;
  readonly key: string;
  readonly userId: string;
}

/** A running service whose mails go to its log, which is read here. */
export class House {
  private constructor(
    readonly app: TestApp,
    readonly database: FreshDatabase,
    readonly newsroom: TestNewsroom,
    private readonly logged: { printedMail?: { to: string; subject: string; text: string } }[],
  ) {}

  static async open(options: StartOptions = {}): Promise<House> {
    const database = await freshDatabase();
    const logged: { printedMail?: { to: string; subject: string; text: string } }[] = [];
    const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(JSON.parse(line)) });
    const app = await startApp(database, { log, ...options });
    return new House(app, database, await makeNewsroom(database.app), logged);
  }

  get signIn(): SignIn {
    return this.app.nest.get(SignIn);
  }

  browser(origin?: string): Browser {
    return new Browser(this.app.url, origin);
  }

  /** A member who has a password. */
  async account(role: Role, newsroom = this.newsroom): Promise<Account> {
    const member = await newsroom.member(role);
    const user = await this.signIn.ensureUser(member.email, `Person of ${member.email}`);
    await this.signIn.setPassword(user.id, PASSWORD);
    await this.app.nest.get(Memberships).comeIn(user);
    return { ...member, userId: user.id };
  }

  async enter(email: string, password = PASSWORD): Promise<Browser> {
    const browser = this.browser();
    const page = await this.tryIn(browser, email, password);
    if (page.status !== 200) throw new Error(`not signed in: ${JSON.stringify(page.body)}`);
    return browser;
  }

  tryIn(browser: Browser, email: string, password: string): Promise<Page> {
    return browser.post('/api/auth/sign-in/email', { email, password });
  }

  /** The mails to an address, oldest first. */
  mailsTo(email: string) {
    return this.logged.flatMap(({ printedMail: mail }) => (mail?.to === email ? [mail] : []));
  }

  /** The token in the link of the mail with this place in the mails to an address. */
  async linkIn(email: string, place = 0): Promise<string> {
    await until(`mail ${place} to ${email}`, () => this.mailsTo(email).length > place);
    const token = /token=(\S+)/.exec(this.mailsTo(email)[place]!.text)?.[1];
    return decodeURIComponent(token!);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }
}
