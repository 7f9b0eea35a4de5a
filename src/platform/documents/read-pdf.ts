import './promise-try.js';
import { NOTHING_READ, type ReadDocument, UnreadableDocument } from './document.js';
import { type DrawnText, joinLines } from './pdf-lines.js';

const MOST_PAGES = 200;
const LONGEST_TEXT = 1_000_000;

/**
 * The text layer of a PDF, in reading order: also a line that is read from right to left and was drawn from left to right.
 * Lines become paragraphs again. Throws UnreadableDocument for a scan without text, a locked or damaged file.
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  const { getDocumentProxy } = await import('unpdf');
  // The library keeps the bytes that it is given for itself.
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0, stopAtErrors: false }).catch(
    (error: Error) => {
      if (error.name === 'PasswordException') throw new UnreadableDocument('LOCKED', 'The PDF is locked by a password');
      throw new UnreadableDocument('NOT_THIS_KIND', 'It is not a PDF that can be read');
    },
  );
  try {
    if (pdf.numPages > MOST_PAGES) {
      throw new UnreadableDocument('TOO_LARGE', `The PDF has ${pdf.numPages} pages, at most ${MOST_PAGES} are read`);
    }
    const pages: string[] = [];
    let length = 0;
    for (let number = 1; number <= pdf.numPages && length < LONGEST_TEXT; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const text = joinLines(
        (items as unknown as readonly (DrawnText | object)[]).flatMap((item) => ('str' in item ? [item] : [])),
      );
      if (text !== '') pages.push(text);
      length += text.length;
      page.cleanup();
    }
    const text = pages.join('\n\n').replaceAll('\0', '').toWellFormed();
    if (!/\p{L}/u.test(text)) {
      throw new UnreadableDocument(
        'NO_TEXT',
        'The PDF has no text in it, only pictures of pages: it needs text recognition first',
      );
    }
    const info = (await pdf.getMetadata().catch(() => null))?.info as { Title?: unknown } | undefined;
    const title =
      typeof info?.Title === 'string' ? info.Title.replaceAll('\0', '').trim().slice(0, 1_000).toWellFormed() : '';
    // Many programs write the file's name there.
    return {
      ...NOTHING_READ,
      text,
      title: title && !/\.\w{2,5}$|^untitled|^microsoft word/i.test(title) ? title : null,
    };
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    throw new UnreadableDocument('NOT_THIS_KIND', 'It is not a PDF that can be read');
  } finally {
    await pdf.destroy().catch(() => undefined);
  }
}
