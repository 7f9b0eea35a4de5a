import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runNode } from '../kit/run-node.js';

const DOCUMENTS = pathToFileURL(join(import.meta.dirname, '../../dist/platform/documents/')).href;

/** Runs a script with the compiled reader of documents at hand, and gives what it says. */
async function run(script: string) {
  const { code, output, errors } = await runNode(
    [
      '--input-type=module',
      '--eval',
      `const { readDocument } = await import(${JSON.stringify(`${DOCUMENTS}read-document.js`)});
       const { DocumentThreads } = await import(${JSON.stringify(`${DOCUMENTS}document-threads.js`)});
       const { UnreadableDocument } = await import(${JSON.stringify(`${DOCUMENTS}document.js`)});
       const say = (value) => console.log(JSON.stringify(value));
       const page = (body) => ({ mediaType: 'text/html', bytes: Buffer.from('<html><body>' + body) });
       const fault = (error) => say([error instanceof UnreadableDocument, error.reason, error.message]);
       ${script}`,
    ],
    {},
  );
  expect([code, errors]).toEqual([0, '']);
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const ARTICLE =
  '<article>' + '<p>The mayor said the bridge is safe, and nobody asked her why it had shut.</p>'.repeat(20);

it('reads a page on another thread, while this one goes on', async () => {
  const [read, ticks] = await run(`
    let ticks = 0;
    const timer = setInterval(() => ticks++, 1);
    const { text } = await readDocument(page(${JSON.stringify(ARTICLE)}.repeat(40)));
    clearInterval(timer);
    say(text.slice(0, 34));
    say(ticks > 20);
    process.exit();`);
  expect(read).toBe('The mayor said the bridge is safe,');
  expect(ticks).toBe(true);
});

it('says what is wrong with a document as if it had been read here', async () => {
  const [said] = await run(`await readDocument({ mediaType: 'application/pdf', bytes: Buffer.from('no') }).catch(fault);
    process.exit();`);
  expect(said).toEqual([true, 'NOT_THIS_KIND', 'It is not a PDF that can be read']);
});

it('stops a document that takes too long, and reads the next', async () => {
  const said = await run(`
    const hurried = new DocumentThreads({ longestMs: 5, mostMemoryMb: 768 });
    await hurried.read(page('<p>endless</p>'.repeat(50_000))).catch(fault);
    await hurried.close();
    say((await readDocument(page(${JSON.stringify(ARTICLE)}))).text.slice(0, 9));
    process.exit();`);
  expect(said).toEqual([[true, 'TOO_LARGE', 'It takes too long to read'], 'The mayor']);
});
