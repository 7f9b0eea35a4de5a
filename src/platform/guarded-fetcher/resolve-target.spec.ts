import { AllowList } from './allow-list.js';
import { FetchRefused } from './fetch-refused.js';
import { HOSTILE_ADDRESSES } from './hostile-addresses.js';
import { type Resolve, resolveTarget } from './resolve-target.js';

const nobody = AllowList.parse('');
const everything = AllowList.parse('0.0.0.0/0,::/0,localhost:80');
const to =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'fetched',
    (error: unknown) => (error instanceof FetchRefused ? error.reason : `threw ${String(error)}`),
  );

it('knows at least sixty hostile addresses', () => {
  expect(new Set(HOSTILE_ADDRESSES).size).toBeGreaterThanOrEqual(60);
});

it.each(HOSTILE_ADDRESSES)('refuses %s', async (address) => {
  // `localhost` is resolved as every machine does.
  expect(['NOT_PUBLIC', 'INVALID_ADDRESS']).toContain(await refusal(resolveTarget(address, nobody, to('127.0.0.1'))));
});

it.each(['127.0.0.1', '10.1.2.3', '169.254.169.254', '::1', 'fd00::1', '::ffff:10.0.0.1'])(
  'refuses a name that resolves to %s',
  async (address) => {
    expect(await refusal(resolveTarget('https://harmless.example/', nobody, to(address)))).toBe('NOT_PUBLIC');
  },
);

it('refuses a name of which one address among several is private', async () => {
  const mixed = to('93.184.216.34', '10.0.0.1');
  expect(await refusal(resolveTarget('https://harmless.example/', nobody, mixed))).toBe('NOT_PUBLIC');
});

it('pins a public name to the address that it checked', async () => {
  const target = await resolveTarget('https://example.org/a?b#c', nobody, to('93.184.216.34', '2606:2800:220:1::1'));
  expect(target).toMatchObject({ ip: '93.184.216.34', family: 4 });
  expect(target.url.href).toBe('https://example.org/a?b#c');
});

it.each(['http://[2606:4700:4700::1111]/', 'http://1.1.1.1/', 'https://8.8.8.8:8443/x'])(
  'lets %s through',
  async (url) => {
    expect(await refusal(resolveTarget(url, nobody))).toBe('fetched');
  },
);

it('says that an unknown name could not be found', async () => {
  const unknown: Resolve = async () => {
    throw new Error('ENOTFOUND');
  };
  expect(await refusal(resolveTarget('https://nowhere.example/', nobody, unknown))).toBe('UNREACHABLE');
  expect(await refusal(resolveTarget('https://nowhere.example/', nobody, to()))).toBe('UNREACHABLE');
});

describe('the allow-list', () => {
  it('opens a host at its port and a range at every port', async () => {
    const list = AllowList.parse('cms.intra:8080, 10.20.0.0/16, [fd00::5]:80');
    expect(await refusal(resolveTarget('http://cms.intra:8080/', list, to('10.9.9.9')))).toBe('fetched');
    expect(await refusal(resolveTarget('http://cms.intra/', list, to('10.9.9.9')))).toBe('NOT_PUBLIC');
    expect(await refusal(resolveTarget('http://any.intra:9/', list, to('10.20.3.4')))).toBe('fetched');
    expect(await refusal(resolveTarget('http://[fd00::5]/', list))).toBe('fetched');
    expect(await refusal(resolveTarget('http://[fd00::6]/', list))).toBe('NOT_PUBLIC');
  });

  it.each([
    'http://169.254.169.254/',
    'http://[fd00:ec2::254]/',
    'http://168.63.129.16/',
    'http://[::ffff:169.254.169.254]/',
  ])('never opens %s', async (address) => {
    expect(await refusal(resolveTarget(address, everything))).toBe('NOT_PUBLIC');
  });

  it.each(['nonsense', 'host:', 'host:99999', '10.0.0.0/99'])('names the entry %s that is neither form', (entry) => {
    expect(() => AllowList.parse(`10.0.0.0/8,${entry}`)).toThrow(entry);
  });
});
