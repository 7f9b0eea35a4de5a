import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { FirstSignIn } from '../../src/accounts/first-sign-in.js';
import { prepareDemo } from '../../src/main/demo.js';
import { testSecrets } from '../kit/template-database.js';
import { until } from '../kit/until.js';
import { House, PASSWORD } from './house.js';

const VIEWER = '{ viewer { role member { email } newsroom { slug } } }';

/** Takes mails as a server of SMTP does, after turning the first one away. */
class MailServer {
  readonly mails: string[] = [];
  private turnedAway = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<MailServer> {
    const server = createServer();
    const started = new MailServer(server);
    server.on('connection', (socket) => {
      let mail: string | null = null;
      let rest = '';
      socket.on('error', () => undefined);
      socket.write('220 here\r\n');
      socket.on('data', (data) => {
        rest += data.toString();
        for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
          const line = rest.slice(0, end);
          rest = rest.slice(end + 2);
          if (mail !== null && line !== '.') mail += `${line}\n`;
          else if (mail !== null) {
            started.mails.push(mail);
            mail = null;
            socket.write('250 taken\r\n');
          } else if (/^MAIL/i.test(line) && started.turnedAway++ === 0) socket.write('451 later\r\n');
          else if (/^DATA/i.test(line)) {
            mail = '';
            socket.write('354 go on\r\n');
          } else socket.write('250 fine\r\n');
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return started;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}?ignoreTLS=true`;
  }

  close(): void {
    this.server.close();
  }
}

it('mails by SMTP, again where the server did not take it', async () => {
  const mailServer = await MailServer.start();
  const house = await House.open({ mailUrl: mailServer.url });
  try {
    const admin = await house.enter((await house.account('ADMIN')).email);
    const invite =
      'mutation { inviteMember(input: { email: "post@test.invalid", role: VIEWER, language: "fr" }) { id } }';
    (await admin.graphql(invite)).expectData();
    await until('the mail has come', () => mailServer.mails.length === 1);
    expect(mailServer.mails[0]).toMatch(/^To: post@test\.invalid$/m);
    expect(mailServer.mails[0]).toMatch(/^From: Isnad <isnad@127\.0\.0\.1>$/m);
    expect(house.mailsTo('post@test.invalid')).toEqual([]);
  } finally {
    await house.close();
    mailServer.close();
  }
});

describe('without an invitation by mail', () => {
  let house: House;

  beforeAll(async () => {
    house = await House.open();
  });

  afterAll(() => house.close());

  it("signs the demo's people in, one of each role, also after another start and a changed password", async () => {
    const people = await prepareDemo(house.app.nest, testSecrets);
    expect(people.map(({ role }) => role).sort()).toEqual(['ADMIN', 'EDITOR', 'FACT_CHECKER', 'REVIEWER', 'VIEWER']);
    const [first] = people;
    const browser = await house.enter(first!.email, first!.password);
    await browser.post('/api/auth/change-password', { currentPassword: first!.password, newPassword: PASSWORD });
    expect(await prepareDemo(house.app.nest, testSecrets)).toEqual(people);
    for (const { role, email, password } of people) {
      const { viewer } = (await (await house.enter(email, password)).graphql(VIEWER)).expectData();
      expect(viewer).toEqual({ role, member: { email }, newsroom: { slug: 'demo' } });
    }
  });

  it("gives an operator's new member a link to choose a password by, and their role stays", async () => {
    const member = await house.newsroom.member('REVIEWER');
    const link = await house.app.nest.get(FirstSignIn).linkFor(house.newsroom.id, member.id);
    const token = new URL(link!).searchParams.get('token');
    const browser = house.browser();
    const accepted = await browser.post('/api/auth/accept-invitation', { token, password: PASSWORD });
    expect(accepted.body).toEqual({ signedIn: true });
    const { viewer } = (await browser.graphql(VIEWER)).expectData();
    expect(viewer).toMatchObject({ role: 'REVIEWER', member: { email: member.email } });
    expect(await house.app.nest.get(FirstSignIn).linkFor(house.newsroom.id, member.id)).toBeNull();
  });
});
