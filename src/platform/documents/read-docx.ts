import { blockText, type PageNode } from './block-text.js';
import { NOTHING_READ, type ReadDocument, UnreadableDocument } from './document.js';
import { checkZip } from './check-zip.js';

/** An article's words take far less; the rest of a large file is its pictures. */
const MOST_UNPACKED = 30 * 1024 * 1024;

/** The text of a Word document: headings, paragraphs, lists and tables in lines. Throws UnreadableDocument. */
export async function readDocx(bytes: Uint8Array): Promise<ReadDocument> {
  // Also tells a packed file that is no Word document before anything of it is unpacked.
  const names = checkZip(bytes, MOST_UNPACKED);
  if (!names.includes('word/document.xml')) throw notWord();
  const { default: mammoth } = await import('mammoth');
  const { parseHTML } = await import('linkedom');
  let html: string;
  try {
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
    ({ value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, {
      convertImage,
      externalFileAccess: false,
    } as never));
  } catch {
    throw notWord();
  }
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${html}</body></html>`);
  const text = blockText(document.body as unknown as PageNode);
  if (text === '') throw new UnreadableDocument('NO_TEXT', 'The document has no text in it');
  const title = document.querySelector('h1')?.textContent?.replace(/\s+/g, ' ').trim().slice(0, 1_000) || null;
  return { ...NOTHING_READ, text, title };
}

const notWord = () => new UnreadableDocument('NOT_THIS_KIND', 'It is not a Word document (.docx) that can be read');
