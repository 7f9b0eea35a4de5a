import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { lookAtMail, lookAtSingleSignOn } from '../../src/main/doctor/look-at-services.js';

let server: Server | null = null;

afterEach(async () => {
  const open = server;
  server = null;
  if (open) await new Promise((resolve) => open.close(resolve));
});

async function listen(made: Server): Promise<number> {
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return (made.address() as AddressInfo).port;
}

/** Speaks as much SMTP as it takes to sign in. */
const smtp = (takesPassword: boolean) =>
  createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('220 test ESMTP\r\n');
    socket.on('data', (data) => {
      const line = data.toString();
      if (line.startsWith('EHLO')) socket.write('250-test\r\n250 AUTH PLAIN\r\n');
      else if (line.startsWith('AUTH')) socket.write(takesPassword ? '235 welcome\r\n' : '535 no\r\n');
      else socket.write('250 ok\r\n');
      if (line.startsWith('QUIT')) socket.end();
    });
  });

it('says that mails are printed where no server is set', async () => {
  expect(await lookAtMail(null)).toMatchObject({ state: 'warning', subject: 'mail' });
});

it('finds a mail server that takes the password well', async () => {
  const port = await listen(smtp(true));
  expect(await lookAtMail(`smtp://desk:right@127.0.0.1:${port}`)).toMatchObject({ state: 'ok' });
});

it('names a mail server that refuses, without the password', async () => {
  const port = await listen(smtp(false));
  const finding = await lookAtMail(`smtp://desk:wrong-password@127.0.0.1:${port}`);
  expect(finding).toMatchObject({ state: 'fault', text: expect.stringContaining(`127.0.0.1:${port}`) as string });
  expect(JSON.stringify(finding)).not.toContain('wrong-password');
});

it('names a mail server that is not there', async () => {
  const port = await listen(smtp(true));
  await new Promise((resolve) => server!.close(resolve));
  server = null;
  expect(await lookAtMail(`smtp://127.0.0.1:${port}`)).toMatchObject({ state: 'fault' });
});

describe('single sign-on', () => {
  const client = { clientId: 'isnad', clientSecret: 'hidden' };
  const provider = (told: (issuer: string) => object, status = 200) =>
    createHttpServer((request, response) => {
      const issuer = `http://${request.headers.host}`;
      response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
      response.end(JSON.stringify(told(issuer)));
    });

  it('is not looked at where there is none', async () => {
    expect(await lookAtSingleSignOn(null)).toBeNull();
  });

  it('is well where the provider says who it is', async () => {
    const issuer = `http://127.0.0.1:${await listen(provider((issuer) => ({ issuer })))}`;
    expect(await lookAtSingleSignOn({ ...client, issuer: `${issuer}/` })).toMatchObject({ state: 'ok' });
  });

  it.each([
    ['calls itself something else', provider(() => ({ issuer: 'https://other.example' }))],
    ['answers with a failure', provider(() => ({}), 500)],
  ])('is a fault where the provider %s', async (_, made) => {
    const issuer = `http://127.0.0.1:${await listen(made)}`;
    expect(await lookAtSingleSignOn({ ...client, issuer })).toMatchObject({
      state: 'fault',
      subject: 'single sign-on',
    });
  });
});
