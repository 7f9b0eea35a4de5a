/** What of a DOM node is read here; linkedom's own types lean on the browser's library. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<PageNode>;
  readonly localName?: string;
  getAttribute?(name: string): string | null;
}

const ELEMENT = 1;
const TEXT = 3;

/** Never part of what a reader sees as text. */
const UNSEEN = new Set(
  'script style noscript template svg math iframe object embed canvas audio video head title textarea select option button input form datalist dialog map nav'.split(
    ' ',
  ),
);
/** Elements that stand in lines of their own, parted from others by an empty line. */
const BLOCKS = new Set(
  'address article aside blockquote body center details dd div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr html main ol p pre section summary table tbody tfoot thead ul caption'.split(
    ' ',
  ),
);
/** Elements that begin a line within their block. */
const LINES = new Set(['li', 'tr', 'br']);
const CELLS = new Set(['td', 'th']);

const END_OF_ITEM = 'end of item';

type Step = PageNode | string;

/**
 * The text under a node as its readers see it: paragraphs, headings and captions parted by an empty line, list items and
 * table rows each in a line, cells parted by a tab; white space within a line is one space. Scripts, styles, forms and what
 * is marked as hidden are left out. It does not recurse: a page may be nested as deep as it likes.
 */
export function blockText(root: PageNode): string {
  const out = new LineWriter();
  const steps: Step[] = [root];
  while (steps.length > 0) {
    const step = steps.pop()!;
    if (step === END_OF_ITEM) out.endItem();
    else if (typeof step === 'string') out.gap(step);
    else if (step.nodeType === TEXT) out.write(step.nodeValue ?? '');
    else if (step.nodeType === ELEMENT || step === root) enter(step, steps, out);
  }
  return out.text();
}

function enter(node: PageNode, steps: Step[], out: LineWriter): void {
  const name = node.localName?.toLowerCase() ?? '';
  if (UNSEEN.has(name) || isHidden(node)) return;
  const gap = BLOCKS.has(name) ? '\n\n' : LINES.has(name) ? '\n' : CELLS.has(name) ? '\t' : '';
  if (gap) {
    out.gap(gap);
    if (name === 'li') steps.push(END_OF_ITEM);
    else if (name !== 'br') steps.push(gap);
  }
  if (name === 'li') out.bullet();
  // Asked for once: linkedom builds the list anew each time.
  const { childNodes } = node;
  for (let i = childNodes.length - 1; i >= 0; i--) steps.push(childNodes[i]!);
}

const isHidden = (node: PageNode): boolean =>
  node.getAttribute !== undefined &&
  (node.getAttribute('hidden') !== null ||
    node.getAttribute('aria-hidden') === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(node.getAttribute('style') ?? ''));

/** Gathers text; of several gaps in a row the widest stands. */
class LineWriter {
  private readonly parts: string[] = [];
  private pending = '';
  private space = false;
  private item = false;

  gap(gap: string): void {
    this.space = false;
    // Between a list's dot and its words there is none, whatever elements stand there.
    if (this.item) return;
    const isWider = gap === '\t' ? this.pending === '' : gap.length > this.pending.length || this.pending === '\t';
    if (isWider) this.pending = gap;
  }

  endItem(): void {
    this.item = false;
    this.gap('\n');
  }

  bullet(): void {
    this.item = true;
  }

  write(text: string): void {
    // NUL and lone surrogates are in no article; a non-breaking space stays what it is.
    const words = text
      .replaceAll('\0', '')
      .toWellFormed()
      .replace(/[ \t\n\r\f\u2028\u2029]+/g, ' ');
    if (words === '') return;
    if (words === ' ') {
      this.space = true;
      return;
    }
    if (this.parts.length > 0 && this.pending) this.parts.push(this.pending);
    else if (this.parts.length > 0 && (this.space || words.startsWith(' '))) this.parts.push(' ');
    if (this.item) this.parts.push('• ');
    this.item = false;
    this.pending = '';
    // A non-breaking space is kept: trim() would take it away.
    this.parts.push(words.replace(/^ | $/g, ''));
    this.space = words.endsWith(' ');
  }

  text(): string {
    return this.parts.join('').trim();
  }
}
