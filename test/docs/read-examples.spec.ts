import { readExamples } from './read-examples.js';

const DOCUMENT = `# Title

\`\`\`graphql
{ viewer { role } }
\`\`\`

\`\`\`json
{ "data": 1 }
\`\`\`

<!-- not run: it never ends -->

\`\`\`sh
npm start
\`\`\`

Words.

\`\`\`json
{}
\`\`\`
`;

it('reads each block with its place, its reason not to be run, and the answer that follows it', () => {
  expect(readExamples('some.md', DOCUMENT)).toEqual([
    {
      place: 'some.md:3',
      language: 'graphql',
      text: '{ viewer { role } }\n',
      notRun: null,
      answer: '{ "data": 1 }\n',
    },
    { place: 'some.md:7', language: 'json', text: '{ "data": 1 }\n', notRun: null, answer: null },
    { place: 'some.md:13', language: 'sh', text: 'npm start\n', notRun: 'it never ends', answer: null },
    { place: 'some.md:19', language: 'json', text: '{}\n', notRun: null, answer: null },
  ]);
});
