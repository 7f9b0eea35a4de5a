import pg from 'pg';
import type { BackupSequence, BackupTable } from './backup-format.js';

/**
 * The queue is built again from the jobs table, and migrations are applied, not copied: neither is part of a backup.
 */
const KEPT = `namespace.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'bullmq')
  and namespace.nspname not like 'pg\\_%' and class.relname <> '_prisma_migrations'`;

/** Every table that a backup holds, in order of name. Whatever a later migration adds is kept without being named here. */
export async function keptTables(client: pg.ClientBase): Promise<BackupTable[]> {
  const { rows } = await client.query<BackupTable>(`
    select namespace.nspname as schema, class.relname as name,
      array_agg(attribute.attname::text order by attribute.attnum) as columns
    from pg_class class
    join pg_namespace namespace on namespace.oid = class.relnamespace
    join pg_attribute attribute on attribute.attrelid = class.oid
    where class.relkind = 'r' and attribute.attnum > 0 and not attribute.attisdropped
      and attribute.attgenerated = '' and ${KEPT}
    group by 1, 2 order by 1, 2`);
  return rows;
}

/** Where each sequence stands. */
export async function keptSequences(client: pg.ClientBase): Promise<BackupSequence[]> {
  const { rows } = await client.query<BackupSequence>(`
    select format('%I.%I', namespace.nspname, class.relname) as name, sequence.last_value::text as value
    from pg_class class
    join pg_namespace namespace on namespace.oid = class.relnamespace
    join pg_sequences sequence on sequence.schemaname = namespace.nspname and sequence.sequencename = class.relname
    where class.relkind = 'S' and ${KEPT}
    order by 1`);
  return rows;
}

/** A table's name and columns for use in a statement. */
export function quoted(table: BackupTable): { name: string; columns: string } {
  const { escapeIdentifier } = pg;
  return {
    name: `${escapeIdentifier(table.schema)}.${escapeIdentifier(table.name)}`,
    columns: table.columns.map((column) => escapeIdentifier(column)).join(', '),
  };
}
