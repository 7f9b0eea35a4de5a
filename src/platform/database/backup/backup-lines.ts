import { BackupError } from './backup-format.js';

const NEWLINE = 0x0a;

/**
 * Reads a backup line by line, and the rows of a table in pieces: a row may be as large as the largest article, and a
 * table far larger than memory.
 */
export class BackupLines {
  private readonly chunks: AsyncIterator<Buffer>;
  private held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.chunks = source[Symbol.asyncIterator]();
  }

  /** The next line without its end. Throws BackupError at the end of the file: a whole backup ends with a line of its own. */
  async next(): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for (;;) {
      const end = this.held.indexOf(NEWLINE);
      if (end >= 0) {
        pieces.push(this.held.subarray(0, end));
        this.held = this.held.subarray(end + 1);
        return Buffer.concat(pieces);
      }
      pieces.push(this.held);
      this.held = await this.more();
    }
  }

  /** The lines up to `last`, which is taken but not given, as large pieces that end with a line end. */
  async *until(last: string): AsyncGenerator<{ bytes: Buffer; lines: number }> {
    const PIECE = 256 * 1024;
    let batch: Buffer[] = [];
    let size = 0;
    for (;;) {
      const line = await this.next();
      const over = line.length === last.length && line.toString('latin1') === last;
      if (!over) {
        batch.push(line, LINE_END);
        size += line.length + 1;
      }
      if (size > 0 && (over || size >= PIECE)) {
        yield { bytes: Buffer.concat(batch), lines: batch.length / 2 };
        batch = [];
        size = 0;
      }
      if (over) return;
    }
  }

  private async more(): Promise<Buffer> {
    const { value, done } = await this.chunks.next();
    if (done) throw new BackupError('The backup is not whole: it was cut off before its end');
    return value;
  }
}

const LINE_END = Buffer.from('\n');
