import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from './source-files.js';

const REPOSITORY = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(REPOSITORY, file), 'utf8');
const sources = filesIn(REPOSITORY, 'dashboard/src', /\.tsx?$/);
const catalogues = filesIn(REPOSITORY, 'dashboard/src', /words\/en\.po$/);

/** Messages by their ids. */
function wordsIn(file: string): Map<string, string> {
  const entries = [...read(file).matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gm)];
  return new Map(entries.map(([, id, text]) => [id!, text!]));
}

it('imports nothing from the service: it talks GraphQL', () => {
  const reachesOut = sources.filter((file) => {
    const up = file.split('/').length - 2;
    return new RegExp(`from '(\\.\\./){${up},}|from '[^']*/src/`).test(read(file));
  });
  expect(reachesOut).toEqual([]);
});

it.each(catalogues)('%s has each word in Arabic and French too', (english) => {
  const words = wordsIn(english);
  for (const language of ['ar', 'fr']) {
    const others = wordsIn(english.replace('en.po', `${language}.po`));
    expect([...others.keys()]).toEqual([...words.keys()]);
    for (const [id, text] of others) {
      expect([id, text.trim()]).not.toEqual([id, '']);
      // What stands in braces after a plural's form is a text, not a value.
      const value = /(?<!(?:=\d|\b(?:zero|one|two|few|many|other)) \{)(?<=\{)\w+(?=[},])/g;
      const values = (message: string) => [...new Set(message.match(value))].sort();
      expect([id, values(text)]).toEqual([id, values(words.get(id)!)]);
    }
  }
});

it('has every Arabic plural in all six forms, and every French one in its three', () => {
  const lacking = catalogues.flatMap((english) =>
    [
      { language: 'ar', forms: ['zero', 'one', 'two', 'few', 'many', 'other'] },
      { language: 'fr', forms: ['one', 'many', 'other'] },
    ].flatMap(({ language, forms }) =>
      [...wordsIn(english.replace('en.po', `${language}.po`))]
        .filter(([, text]) => text.includes(', plural,'))
        .filter(([, text]) => forms.some((form) => !text.includes(`${form} {`)))
        .map(([id]) => `${language} ${id}`),
    ),
  );
  expect(lacking).toEqual([]);
});

it('names each word once', () => {
  const ids = catalogues.flatMap((file) => [...wordsIn(file).keys()]);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

it('writes no physical direction into its styles', () => {
  const physical = filesIn(REPOSITORY, 'dashboard/src', /\.css$/).flatMap((file) =>
    [
      ...read(file).matchAll(
        /(?<![\w-])(margin|padding|border)-(left|right)|(?<![\w-])(left|right):|text-align: (left|right)/g,
      ),
    ].map(([found]) => `${file}: ${found}`),
  );
  expect(physical).toEqual([]);
});
