import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Browser } from '../kit/browser.js';
import { House } from './house.js';

const VIEWER = '{ viewer { role member { email } } }';
const CLIENT = { clientId: 'isnad', clientSecret: 'a secret of the test provider' };

/** An OpenID provider that vouches for whoever is said to sit before it. */
class TestProvider {
  person = { email: '', email_verified: true as boolean | undefined };

  private constructor(
    readonly issuer: string,
    private readonly server: Server,
  ) {}

  static async start(): Promise<TestProvider> {
    const { default: Provider } = await import('oidc-provider');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const started = new TestProvider(issuer, server);
    const provider = new Provider(issuer, {
      clients: [
        { client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: ['http://127.0.0.1/'] },
      ],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
      conformIdTokenClaims: false,
      cookies: { keys: ['test'] },
      findAccount: (_context: unknown, sub: string) => ({
        accountId: sub,
        claims: () => ({ sub, name: 'Somebody', ...started.person }),
      }),
    });
    // Any port is ours: which one the service listens on is known only after the provider is.
    provider.Client.prototype.redirectUriAllowed = () => true;
    server.on('request', provider.callback());
    return started;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

let provider: TestProvider;
let house: House;

beforeAll(async () => {
  provider = await TestProvider.start();
  house = await House.open({ singleSignOn: { issuer: provider.issuer, ...CLIENT } });
});

afterAll(async () => {
  await house.close();
  provider.close();
});

/** Follows redirects from page to page, filling in the provider's two forms, until it comes back to the service. */
async function signInAt(browser: Browser, person: TestProvider['person']): Promise<string> {
  provider.person = person;
  const start = await browser.post('/api/auth/sign-in/social', {
    provider: 'oidc',
    callbackURL: '/',
    errorCallbackURL: '/sign-in',
  });
  expect(start.status).toBe(200);
  const there = new Browser(provider.issuer);
  let url: string = start.body.url;
  for (let hops = 0; hops < 15; hops++) {
    const page = await there.get(url);
    const location = page.headers.get('location');
    if (location?.startsWith(house.app.url)) {
      const back = await browser.get(location);
      return back.headers.get('location') ?? `${back.status} ${JSON.stringify(back.body)}`;
    }
    if (location) {
      url = new URL(location, provider.issuer).href;
      continue;
    }
    const action = /action="([^"]+)"/.exec(page.body)?.[1];
    if (!action) throw new Error(`lost at the provider: ${page.status} ${page.body}`);
    const fields: Record<string, string> = page.body.includes('name="login"')
      ? { prompt: 'login', login: person.email, password: 'x' }
      : { prompt: 'consent' };
    const sent = await there.form(action, fields);
    url = new URL(sent.headers.get('location')!, provider.issuer).href;
  }
  throw new Error('more redirects than there can be');
}

it('says that it is there', async () => {
  expect((await house.browser().get('/api/auth/options')).body).toMatchObject({ singleSignOn: true });
});

it('lets a member in by the address that the provider vouches for, each time anew', async () => {
  const { email } = await house.newsroom.member('REVIEWER');
  for (let time = 0; time < 2; time++) {
    const browser = house.browser();
    expect(await signInAt(browser, { email, email_verified: true })).toBe('/');
    expect((await browser.graphql(VIEWER)).expectData().viewer).toEqual({ role: 'REVIEWER', member: { email } });
  }
});

it('lets in an invited person, who is then a member', async () => {
  const admin = await house.enter((await house.account('ADMIN')).email);
  const email = 'invited@test.invalid';
  const invite = 'mutation ($e: String!) { inviteMember(input: { email: $e, role: EDITOR }) { id } }';
  (await admin.graphql(invite, { e: email })).expectData();
  const browser = house.browser();
  expect(await signInAt(browser, { email, email_verified: undefined })).toBe('/');
  expect((await browser.graphql(VIEWER)).expectData().viewer).toEqual({ role: 'EDITOR', member: { email } });
});

it('lets in nobody else, and nobody whose address the provider has not checked', async () => {
  const { email } = await house.newsroom.member('ADMIN');
  const people = [
    { email: 'stranger@test.invalid', email_verified: true },
    { email, email_verified: false },
  ];
  for (const person of people) {
    const browser = house.browser();
    const end = await signInAt(browser, person);
    expect(end).toMatch(/^\/sign-in\?error=/);
    (await browser.graphql(VIEWER)).expectError('UNAUTHENTICATED');
  }
  const users = await house.database.owner('select email from auth."user" where email = any($1)', [
    people.map((person) => person.email),
  ]);
  expect(users).toEqual([]);
});

it('leads nobody to another site, and takes no token that a client hands over', async () => {
  const to = (body: object) => house.browser().post('/api/auth/sign-in/social', { provider: 'oidc', ...body });
  expect((await to({ callbackURL: 'https://evil.example/' })).status).toBe(403);
  expect((await to({ errorCallbackURL: '//evil.example/' })).status).toBe(403);
  const page = await to({ idToken: { token: 'forged' }, callbackURL: '/' });
  expect(page.body.url).toMatch(new RegExp(`^${provider.issuer}/`));
});

it('keeps no token of the provider readable', async () => {
  const [account] = await house.database.owner<Record<string, string | null>>(
    `select * from auth.account where "providerId" = 'oidc' limit 1`,
  );
  expect(account).toBeDefined();
  expect(account!['accessToken'] ?? '').not.toMatch(/^[\w-]{43}$/);
});
