import { blockText, type PageNode } from './block-text.js';
import { type ReadDocument, UnreadableDocument } from './document.js';
import { type PageFacts, type QueriedDocument, readPageFacts } from './page-facts.js';

/** In UTF-16 code units. */
const LONGEST_PAGE = 5 * 1024 * 1024;
/** Reading takes time by the element, and by the square of the depth. */
const MOST_ELEMENTS = 15_000;
const DEEPEST = 200;
/** Less than this, in letters, is a teaser, a cookie notice or an error message. */
const LEAST_LETTERS = 60;
const TEASER_LETTERS = 1_200;

/**
 * The article of an HTML page: its main text, without menus, scripts and styles, led by its headline and byline; or, of a
 * fragment as editorial systems send it, all of its text. Throws UnreadableDocument where there is none to read.
 */
export async function readPage(html: string, { url = null }: { url?: string | null } = {}): Promise<ReadDocument> {
  if (html.length > LONGEST_PAGE) throw tooLarge(`more than ${LONGEST_PAGE} characters`);
  try {
    return await read(html, url);
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    // Among the endless kinds of broken HTML are some that the parser does not get over.
    throw new UnreadableDocument('NOT_THIS_KIND', 'It is not HTML that can be read');
  }
}

async function read(html: string, url: string | null): Promise<ReadDocument> {
  const { parseHTML } = await import('linkedom');
  const isPage = /<(html|head|body|article|main|nav)[\s>]/i.test(html);
  const source = /<(html|head|body)[\s>]/i.test(html)
    ? html
    : `<!doctype html><html><head></head><body>${html}</body></html>`;
  const { document } = parseHTML(source);
  measure(document as unknown as PageNode);
  const facts = readPageFacts(document as unknown as QueriedDocument, url);
  // Readability takes the document apart: what is read from it as a whole is read before.
  const whole = document.body ? blockText(document.body as unknown as PageNode) : '';
  const scripts = document.querySelectorAll('script:not([type="application/ld+json"])').length;
  const marked = markedText(document as unknown as QueriedDocument);
  const main = isPage ? await mainText(document) : whole;
  const body = chooseBody({ main, marked, whole: isPage ? '' : whole }, facts);
  if (isPage) checkPage(body, facts, { whole, scripts });
  else if (letters(body) === 0) throw new UnreadableDocument('NO_TEXT', 'The HTML has no text in it');
  const { title, byline, publishedAt, language, canonicalUrl } = facts;
  return { text: isPage ? withHead(body, title, byline) : body, title, byline, publishedAt, language, canonicalUrl };
}

/** Throws where a page is so large or so deep that reading it would hold up everybody else. */
function measure(root: PageNode): void {
  const waiting: { node: PageNode; depth: number }[] = [{ node: root, depth: 0 }];
  let elements = 0;
  while (waiting.length > 0) {
    const { node, depth } = waiting.pop()!;
    if (depth > DEEPEST) throw tooLarge(`elements nested more than ${DEEPEST} deep`);
    const { childNodes } = node;
    for (let i = 0; i < childNodes.length; i++) {
      const child = childNodes[i]!;
      if (child.nodeType !== 1) continue;
      if (++elements > MOST_ELEMENTS) throw tooLarge(`more than ${MOST_ELEMENTS} elements`);
      waiting.push({ node: child, depth: depth + 1 });
    }
  }
}

async function mainText(document: unknown): Promise<string> {
  const { Readability } = await import('@mozilla/readability');
  const read = new Readability<unknown>(document as never, { charThreshold: 200, serializer: (node) => node }).parse();
  return read?.content ? blockText(read.content as PageNode) : '';
}

/** What the page itself marks as its article's body. */
function markedText(document: QueriedDocument): string {
  const found =
    document.querySelector('[itemprop="articleBody"]') ??
    document.querySelector('article') ??
    document.querySelector('main');
  return found ? blockText(found as unknown as PageNode) : '';
}

/** The first that is not much shorter than the longest: those before have paragraphs, or less beside the article. */
function chooseBody(
  { main, marked, whole }: { main: string; marked: string; whole: string },
  { body }: PageFacts,
): string {
  const said = body && !/<\w+[\s>]/.test(body) ? body : '';
  const trusted = [main, said].map(letters);
  const least = Math.max(...trusted) * 0.6;
  return (
    [main, marked, said, whole].find((text) => letters(text) >= Math.max(least, LEAST_LETTERS)) ??
    (main || marked || whole)
  );
}

/** Throws where what was found is no article, or the beginning of one. */
function checkPage(
  body: string,
  { free, wordCount }: PageFacts,
  { whole, scripts }: { whole: string; scripts: number },
): void {
  const words = body.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const cut = wordCount !== null && wordCount > 80 && words * 2 < wordCount;
  if (cut || (!free && letters(body) < TEASER_LETTERS)) {
    throw new UnreadableDocument(
      'PAYWALL',
      'The page shows only the beginning of its article, the rest is for subscribers: hand the text in yourself',
    );
  }
  if (letters(body) >= LEAST_LETTERS || (scripts === 0 && letters(body) > 0)) return;
  if (scripts > 0 && letters(whole) < LEAST_LETTERS * 5) {
    throw new UnreadableDocument(
      'SCRIPT_ONLY',
      'The page has no text in it before its scripts run, and scripts are not run here: hand the text in yourself',
    );
  }
  throw new UnreadableDocument('NO_TEXT', 'No article was found on the page: hand the text in yourself');
}

/** Headline and byline first, where the text does not begin with them already. */
export function withHead(body: string, title: string | null, byline: string | null): string {
  const head = [title, byline].filter((line): line is string => line !== null);
  const opening = plain(body.slice(0, 2_000));
  return [...head.filter((line) => !opening.includes(plain(line))), body].join('\n\n');
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

const letters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

const tooLarge = (what: string) =>
  new UnreadableDocument('TOO_LARGE', `The page has ${what}: hand the text in yourself`);
