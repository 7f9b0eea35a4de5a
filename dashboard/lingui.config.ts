import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { formatter } from '@lingui/format-po';

const SOURCES = join(import.meta.dirname, 'src');

/** Each folder of features keeps its own words, in `words/ar.po`, `en.po` and `fr.po`. */
const folders = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('words/en.po'))
  .map((path) => path.slice(0, -'/en.po'.length));

export default {
  rootDir: import.meta.dirname,
  locales: ['ar', 'en', 'fr'],
  sourceLocale: 'en',
  catalogs: folders.map((folder) => ({ path: `<rootDir>/src/${folder}/{locale}`, include: [] })),
  // Every message is named by us, not after its English text.
  format: formatter({ explicitIdAsDefault: true }),
  compileNamespace: 'es' as const,
};
