import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from './source-files.js';

const REPOSITORY = join(import.meta.dirname, '../..');
const MOST_LINES = 300;

/** Longer for a reason. Word lists are data: they grow with the language, not with the program. */
const MAY_BE_LONG = [/^src\/core\/extraction\/languages\/\w+\/(?!language)[\w-]+\.ts$/];

it(`has no file of more than ${MOST_LINES} lines: past that it is two things`, () => {
  const folders = ['src', 'test', 'scripts', 'dashboard', 'bench'];
  const files = folders.flatMap((folder) => filesIn(REPOSITORY, folder, /\.(ts|tsx|mjs|js|css|graphql)$/));
  const tooLong = files
    .filter((file) => !MAY_BE_LONG.some((pattern) => pattern.test(file)))
    .map((file) => ({ file, lines: readFileSync(join(REPOSITORY, file), 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ file, lines }) => `${file}: ${lines} lines`);
  expect(tooLong).toEqual([]);
});
