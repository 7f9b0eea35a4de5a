/** A row as SQL gives it, its columns in snake case. */
export type SqlRow = Readonly<Record<string, unknown>>;

const names = new Map<string, string>();

/**
 * Rows of hand-written SQL as Prisma would give them: each column under its field's name. Lists are read so because
 * building a query in Prisma's client costs several times what PostgreSQL needs to answer it.
 */
export function camelRows<Row>(rows: readonly SqlRow[]): Row[] {
  return rows.map((row) => {
    const renamed: Record<string, unknown> = {};
    for (const column in row) renamed[camel(column)] = row[column];
    return renamed as Row;
  });
}

function camel(column: string): string {
  let name = names.get(column);
  if (name === undefined) {
    name = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    names.set(column, name);
  }
  return name;
}
