import { join } from 'node:path';
import fc from 'fast-check';
import { getNamedType, type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import { readSchema } from '../house/read-schema.js';
import { idsOfHome, startHome } from './walk/home.js';
import type { Home } from './walk/seed.js';

const schema = readSchema(join(import.meta.dirname, '../..'));
const RUNS = 24;

let home: Home;
let ids: string[];
/** Whoever asks is none of those whom the values name: they would deactivate themselves, or revoke their own key. */
let key: string;

beforeAll(async () => {
  home = await startHome();
  ids = await idsOfHome(home);
  ({ key } = await home.desk.join('ADMIN'));
});

afterAll(() => home.desk.close());

/** Texts at which programs fail: no text at all, half a character, control and direction signs, markup, very long ones. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    ...[
      '',
      ' ',
      '\0',
      'a\0b',
      '\ud800',
      '\udc00x',
      '\u202eabc',
      '\u200f',
      'null',
      '%',
      '_',
      '\\',
      "'; drop table articles; --",
    ],
    ...[
      '<script>alert(1)</script>',
      '{{7*7}}',
      '../../etc/passwd',
      'FALSE',
      'OWN',
      'en',
      'ar',
      'xx',
      '-',
      '١٢٣',
      'é',
      'ﷺ',
    ],
    ...[
      'https://example.org/',
      'http://169.254.169.254/',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'http://[::1',
      'x@y.example',
    ],
    ...['\r\nSet-Cookie: a=b', 'x'.repeat(3_000), 'ا'.repeat(5_001), '\ufeff', '\u0300'.repeat(300)],
  ),
);
const wholeNumber = fc.oneof(fc.integer({ min: -3, max: 5 }), fc.constantFrom(2 ** 31 - 1, -(2 ** 31), 100, 101));
const time = fc.constantFrom(
  '2026-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '2026-02-30',
  'now',
  '',
  '+275760-09-13T00:00:00Z',
);

/** Values of a type: most fit it, some do not, and what may be left out is left out now and then. */
function valueOf(type: GraphQLInputType, depth = 0): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return valueOf(type.ofType, depth);
  if (isListType(type)) return fc.array(valueOf(type.ofType, depth + 1), { maxLength: 3 });
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    if (depth > 3) return fc.constant({});
    return fc.record(Object.fromEntries(fields.map((field) => [field.name, valueOf(field.type, depth + 1)])), {
      requiredKeys: fields.filter((field) => isNonNullType(field.type)).map(({ name }) => name),
    });
  }
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name));
  switch (getNamedType(type).name) {
    case 'ID':
      return fc.oneof(
        { weight: 5, arbitrary: fc.nat().map((i) => ids[i % ids.length]) },
        { weight: 1, arbitrary: text },
      );
    case 'Int':
      return wholeNumber;
    case 'Float':
      return fc.oneof(wholeNumber, fc.double({ noNaN: true, noDefaultInfinity: true }));
    case 'Boolean':
      return fc.boolean();
    case 'DateTime':
      return time;
    case 'JSON':
      return fc.jsonValue({ maxDepth: 3 }).map((value) => value);
    default:
      return text;
  }
}

const CODES = [
  ...['BAD_USER_INPUT', 'NOT_FOUND', 'FORBIDDEN', 'CONFLICT', 'INVALID_TRANSITION', 'PAYLOAD_TOO_LARGE'],
  'QUERY_TOO_COMPLEX',
];

const fields = (['Mutation', 'Query'] as const).flatMap((root) =>
  Object.values(
    schema.getType(root)!.astNode ? (schema.getType(root) as ReturnType<typeof schema.getQueryType>)!.getFields() : {},
  )
    .filter(({ args }) => args.length > 0)
    .map((field) => [`${root} ${field.name}`, root, field] as const),
);

it('reaches every mutation that takes anything', () => {
  expect(fields.filter(([, root]) => root === 'Mutation').length).toBeGreaterThanOrEqual(20);
});

it.each(fields)('%s answers whatever comes with data or a code of the contract', async (_name, root, field) => {
  const variables = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const query = `${root.toLowerCase()} (${variables}) { ${field.name}(${given}) { __typename } }`;
  const args = fc.record(Object.fromEntries(field.args.map(({ name, type }) => [name, valueOf(type)])), {
    requiredKeys: field.args.filter(({ type }) => isNonNullType(type)).map(({ name }) => name),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(args, { minLength: 4, maxLength: 4 }), async (tries) => {
      const answers = await Promise.all(
        tries.map((each) => home.desk.app.graphql(query, each as Record<string, unknown>, key)),
      );
      for (const { status, body } of answers) {
        expect(status).toBeLessThan(500);
        for (const { extensions, message } of body.errors ?? []) {
          expect([CODES.includes(extensions.code), message]).toEqual([true, message]);
        }
      }
    }),
    { numRuns: root === 'Mutation' ? RUNS / 4 : 3 },
  );
});
