import type { Newsroom } from '../../generated/prisma/client.js';
import type { Transaction } from '../../platform/database/database.js';
import type { ExportRow } from './file-format.js';

/** The sort key of a row: where an export goes on after it. */
export type Place = readonly (string | number)[];

export interface PlacedRow extends ExportRow {
  readonly place: Place;
}

/** What an export of one kind reads. */
export interface ExportSource {
  /** Those of a CSV, in order. */
  readonly columns: readonly string[];
  count(tx: Transaction): Promise<number>;
  /** The rows after a place, from the beginning where it is null: at most `limit`, none at the end. */
  read(tx: Transaction, after: Place | null, limit: number): Promise<PlacedRow[]>;
}

/** What an export is made for. */
export interface ExportSetting {
  readonly newsroom: Newsroom;
  /** Of public pages. */
  readonly base: string;
  /** Whose `mine` a filter means; null for a machine. */
  readonly memberId: string | null;
  /** When it was asked for: leases that have run out by then are over. */
  readonly askedAt: Date;
}
