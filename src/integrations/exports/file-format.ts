import { stringify } from 'csv-stringify/sync';
import type { ExportFormat } from '../../generated/graphql.js';
import { guardCell } from './guard-cell.js';

/** A row in each of its forms. */
export interface ExportRow {
  /** By column, as JSON Lines carry it; a CSV has the columns that its kind names. */
  readonly record: Readonly<Record<string, unknown>>;
  /** As an element of a schema.org DataFeed. */
  readonly feedItem: object;
}

/** What stands in a file beside its rows. */
export interface FileHead {
  readonly columns: readonly string[];
  readonly byteOrderMark: boolean;
  /** Of the feed. */
  readonly name: string;
  readonly dateModified: Date;
}

/** How a file begins, goes on and ends: its pieces joined in order are the file. */
export interface FileFormat {
  begin(head: FileHead): string;
  /** `isFirst`: no row stands before these. */
  rows(rows: readonly ExportRow[], head: FileHead, isFirst: boolean): string;
  readonly end: string;
  readonly mediaType: string;
  readonly ending: string;
}

export const FILE_FORMATS: Readonly<Record<ExportFormat, FileFormat>> = {
  CSV: {
    begin: ({ columns, byteOrderMark }) => (byteOrderMark ? '\ufeff' : '') + csv([[...columns]]),
    rows: (rows, { columns }) => csv(rows.map(({ record }) => columns.map((column) => cellOf(record[column])))),
    end: '',
    mediaType: 'text/csv; charset=utf-8; header=present',
    ending: 'csv',
  },
  JSONL: {
    begin: () => '',
    rows: (rows) => rows.map(({ record }) => `${JSON.stringify(record)}\n`).join(''),
    end: '',
    mediaType: 'application/jsonl; charset=utf-8',
    ending: 'jsonl',
  },
  JSONLD: {
    begin: ({ name, dateModified }) => {
      const feed = { '@context': 'https://schema.org', '@type': 'DataFeed', name, dateModified };
      return `${JSON.stringify(feed).slice(0, -1)},"dataFeedElement":[`;
    },
    rows: (rows, _head, isFirst) =>
      rows.map(({ feedItem }, i) => `${isFirst && i === 0 ? '' : ','}\n${JSON.stringify(feedItem)}`).join(''),
    end: '\n]}\n',
    mediaType: 'application/ld+json',
    ending: 'jsonld',
  },
};

const csv = (rows: string[][]): string => stringify(rows, { record_delimiter: 'windows' });

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object') return JSON.stringify(value);
  return typeof value === 'string' ? guardCell(value) : String(value);
}
