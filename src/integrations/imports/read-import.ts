import { CsvError, parse } from 'csv-parse/sync';
import {
  readClaimReviews,
  readElement,
  readOwnRow,
  readPageClaimReviews,
  type ReadReview,
} from '../../core/claim-review/read-claim-reviews.js';
import { decodeText } from '../../platform/documents/decode-text.js';
import { unguardCell } from '../exports/guard-cell.js';

/** Of a file. */
export const LARGEST_IMPORT = 20 * 1024 * 1024;
/** Fact-checks in one file. */
export const MOST_ITEMS = 20_000;

/** A file of which nothing can be used; the message says why. */
export class UnreadableImport extends Error {
  override name = 'UnreadableImport';
}

/**
 * Every fact-check in a file, in order, and what is none in its place: JSON (ClaimReview, DataFeed, Fact Check Tools), JSON
 * Lines, a page with JSON-LD, or a table with a row of names. What it is, its first sign tells. Throws UnreadableImport.
 */
export function readImport(bytes: Uint8Array, charset: string | null): ReadReview[] {
  if (bytes.length > LARGEST_IMPORT) throw new UnreadableImport(`It is larger than ${LARGEST_IMPORT} bytes`);
  const text = decode(bytes, charset).replace(/^\ufeff/, '');
  if (text.trim() === '') throw new UnreadableImport('It is empty');
  const found = read(text);
  if (found.length > MOST_ITEMS) {
    throw new UnreadableImport(`It has ${found.length} items; ${MOST_ITEMS} are read at once: split it`);
  }
  return found;
}

function decode(bytes: Uint8Array, charset: string | null): string {
  try {
    return decodeText(bytes, { charset });
  } catch (error) {
    throw new UnreadableImport((error as Error).message);
  }
}

function read(text: string): ReadReview[] {
  if (/^\s*</.test(text)) return readPage(text);
  if (!/^\s*[{[]/.test(text)) return readTable(text);
  const whole = parseJson(text);
  return whole === undefined ? readLines(text) : readClaimReviews(whole);
}

/** One JSON value a line; a line that is none is told, and the others are read. */
function readLines(text: string): ReadReview[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const values = lines.map((line) => ({ line, value: parseJson(line) }));
  if (values.every(({ value }) => value === undefined)) throw new UnreadableImport('It begins like JSON and is none');
  return values.flatMap(({ line, value }) =>
    value === undefined ? [{ fault: 'The line is not JSON', item: line }] : readElement(value),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const SCRIPT = /<script\b[^<>]{0,500}?application\/ld\+json[^<>]{0,500}>/giy;

/** The ClaimReviews in a page's JSON-LD. A script's content is text to its end, so that no parser of HTML is needed. */
function readPage(html: string): ReadReview[] {
  const found: ReadReview[] = [];
  const lower = html.toLowerCase();
  for (let at = lower.indexOf('<script'); at >= 0; at = lower.indexOf('<script', at + 1)) {
    SCRIPT.lastIndex = at;
    const [opening] = SCRIPT.exec(html) ?? [];
    if (!opening) continue;
    const end = lower.indexOf('</script', at + opening.length);
    if (end < 0) break;
    const content = html.slice(at + opening.length, end);
    const json = parseJson(content.replace(/^\s*<!--|-->\s*$/g, ''));
    if (json !== undefined) found.push(...readPageClaimReviews(json));
    else if (content.includes('ClaimReview')) found.push({ fault: 'Its JSON-LD is not JSON', item: content });
    at = end;
  }
  if (found.length === 0) throw new UnreadableImport('The page carries no ClaimReview');
  return found;
}

function readTable(text: string): ReadReview[] {
  const faults: ReadReview[] = [];
  let rows: Record<string, string>[];
  try {
    rows = parse(text, {
      columns: (names: string[]) => names.map((name) => name.trim()),
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: (error, row) =>
        void faults.push({ fault: `The row cannot be read: ${error?.message ?? ''}`, item: row }),
    });
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableImport(`It is no table: ${error.message}`);
    throw error;
  }
  const [row] = rows;
  if (!row || !('url' in row)) {
    throw new UnreadableImport('It is neither JSON, nor a page, nor a table with a column url');
  }
  return [...rows.map((each) => readOwnRow(mapValues(each, unguardCell))), ...faults];
}

const mapValues = (row: Record<string, string>, change: (value: string) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, change(value)]));
