/**
 * A backup is a gzip file of lines:
 *
 *     isnad-backup {"version":1, …}            what it is and what it was made from (BackupHead)
 *     table {"schema":…,"name":…,"columns":[…]}
 *     …                                        its rows in PostgreSQL's COPY text form, one a line
 *     \.
 *     …                                        the other tables
 *     sequences [{"name":…,"value":…}]
 *     end {"rows":…}                           a file without it was cut off
 *
 * COPY's text form writes a line end within a value as `\n`, so a line is always a whole row, and none but the last of a
 * table is `\.`.
 */
export interface BackupHead {
  readonly version: 1;
  readonly createdAt: string;
  /** Names of the migrations that the database had, in order. */
  readonly migrations: readonly string[];
  /** Tells whether a secret is the one that sealed and derived what is inside, without telling the secret. */
  readonly secretFingerprint: string;
}

export interface BackupTable {
  readonly schema: string;
  readonly name: string;
  /** Generated columns are left out: the database makes them again. */
  readonly columns: readonly string[];
}

export interface BackupSequence {
  /** Quoted, with its schema. */
  readonly name: string;
  /** Null: nothing was taken from it yet. */
  readonly value: string | null;
}

export const HEAD = 'isnad-backup ';
export const TABLE = 'table ';
export const END_OF_TABLE = '\\.';
export const SEQUENCES = 'sequences ';
export const END = 'end ';

/** A backup that cannot be made or restored; the message is one line that says what to do. */
export class BackupError extends Error {
  override name = 'BackupError';
}

/** The purpose for which a secret is derived to compare it with the one that a backup was made under. */
export const FINGERPRINT_PURPOSE = 'backup fingerprint';
