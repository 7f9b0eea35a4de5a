import { publicNameOf } from '../../accounts/public-name.js';
import type { ExportFormat } from '../../generated/graphql.js';
import type { NewsroomHandle, Transaction } from '../../platform/database/database.js';
import { auditSource } from './audit-source.js';
import type { ExportSubject } from './export-filter.js';
import type { ExportSetting, ExportSource, Place } from './export-source.js';
import { factCheckSource } from './fact-check-source.js';
import { FILE_FORMATS, type FileHead } from './file-format.js';
import { taskSource } from './task-source.js';

export interface FileRequest {
  readonly subject: ExportSubject;
  readonly format: ExportFormat;
  readonly byteOrderMark: boolean;
  readonly setting: ExportSetting;
}

/** A piece of a file: joined in order, the pieces are the file. */
export interface FilePart {
  readonly text: string;
  readonly rows: number;
  /** Where the next piece begins; null after the last. */
  readonly next: Place | null;
}

/** Rows of one piece: few enough that reading them holds no transaction open for long. */
const ROWS_AT_ONCE = 500;
/** UTF-16 code units after which a piece is full, however few rows it has: a quote may be as long as its article. */
const LARGEST_PART = 2_000_000;

/** A file that is read piece by piece, each from where the one before it ended. It keeps nothing itself. */
export class ExportFile {
  private readonly source: ExportSource;
  private readonly head: FileHead;

  constructor(private readonly request: FileRequest) {
    const { subject, byteOrderMark, setting } = request;
    this.source = sourceOf(request);
    this.head = {
      columns: this.source.columns,
      byteOrderMark,
      name: `${publicNameOf(setting.newsroom)} · ${subject.kind}`,
      dateModified: setting.askedAt,
    };
  }

  /** How many rows there are now. */
  count(tx: Transaction): Promise<number> {
    return this.source.count(tx);
  }

  /** The piece after a place, or the first. `before`: rows in the pieces before it. */
  async part(tx: Transaction, after: Place | null, before: number): Promise<FilePart> {
    const format = FILE_FORMATS[this.request.format];
    const found = await this.source.read(tx, after, ROWS_AT_ONCE);
    let text = after === null ? format.begin(this.head) : '';
    let rows = 0;
    for (const row of found) {
      if (rows > 0 && text.length > LARGEST_PART) break;
      text += format.rows([row], this.head, before + rows === 0);
      rows++;
    }
    const isLast = found.length < ROWS_AT_ONCE && rows === found.length;
    return { text: isLast ? text + format.end : text, rows, next: isLast ? null : found[rows - 1]!.place };
  }

  /** The whole file. No transaction is open while its reader takes its time. */
  async *parts(newsroom: NewsroomHandle): AsyncGenerator<FilePart> {
    let rows = 0;
    for (let after: Place | null = null; ;) {
      const part: FilePart = await newsroom.transaction((tx) => this.part(tx, after, rows));
      rows += part.rows;
      yield part;
      if (part.next === null) return;
      after = part.next;
    }
  }
}

function sourceOf({ subject, format, setting }: FileRequest): ExportSource {
  switch (subject.kind) {
    case 'TASKS':
      return taskSource(subject.filter, setting);
    case 'FACT_CHECKS':
      return factCheckSource(subject.filter, setting, format);
    case 'AUDIT':
      return auditSource(subject.filter);
  }
}
