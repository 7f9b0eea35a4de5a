import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readEnvExample } from './env-example.js';

const REPOSITORY = join(import.meta.dirname, '../..');
const text = readFileSync(join(REPOSITORY, 'docker-compose.yml'), 'utf8');

interface Service {
  readonly image: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
}
const { services } = parse(text) as { services: Record<'postgres' | 'valkey', Service> };
const example = readEnvExample(REPOSITORY);

/** The address that .env.example gives for docker-compose.yml. */
function addressOf(variable: string): URL {
  const { comment } = example.find(({ name }) => name === variable)!;
  return new URL(/docker-compose\.yml: (\S+)/.exec(comment)![1]!);
}

it('its PostgreSQL is the one of .env.example', () => {
  const { postgres } = services;
  const url = addressOf('DATABASE_URL');
  expect(postgres.ports).toEqual([`${url.hostname}:${url.port}:5432`]);
  expect(postgres.environment).toMatchObject({
    POSTGRES_USER: url.username,
    POSTGRES_PASSWORD: url.password,
    POSTGRES_DB: url.pathname.slice(1),
    POSTGRES_INITDB_ARGS: expect.stringContaining('--locale=C.UTF-8'),
  });
  expect(postgres.image).toMatch(/^postgres:18\b/);
});

it('its Valkey is the one of .env.example', () => {
  const url = addressOf('REDIS_URL');
  expect(services.valkey.ports).toEqual([`${url.hostname}:${url.port}:6379`]);
  expect(services.valkey.image).toMatch(/^valkey\/valkey:8\b/);
});

it('its services listen on the loopback address and tell when they are ready', () => {
  for (const { ports, healthcheck } of Object.values(services)) {
    expect(ports.every((port) => port.startsWith('127.0.0.1:'))).toBe(true);
    expect(healthcheck?.test[0]).toBe('CMD');
  }
});

it('it asks for no variable that .env.example does not name', () => {
  const asked = [...text.matchAll(/\$\{?(\w+)/g)].map(([, name]) => name);
  const known = example.map(({ name }) => name);
  expect(asked.filter((name) => !known.includes(name!))).toEqual([]);
});
