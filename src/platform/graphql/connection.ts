import { badInput } from '../request-error.js';

const DEFAULT_FIRST = 20;
const MOST_FIRST = 100;

export interface PageRequest {
  /** Rows wanted. */
  readonly first: number;
  /** The sort key of the last row of the page before, or null for the first page. */
  readonly after: readonly (string | number)[] | null;
}

export interface Connection<Node> {
  readonly nodes: Node[];
  readonly edges: { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  /** Resolved only where the query asks for it. */
  readonly totalCount: () => Promise<number>;
}

/**
 * Reads the arguments of a connection. `keyForms` says what the cursor's parts must be, so that a cursor of another
 * list or a made-up one is refused instead of reaching the database. Throws BAD_USER_INPUT.
 */
export function readPageRequest(
  args: { first?: number | null; after?: string | null },
  keyForms: readonly ('string' | 'number')[],
): PageRequest {
  const first = args.first ?? DEFAULT_FIRST;
  if (first < 0 || first > MOST_FIRST) throw badInput({ first: `must be 0 to ${MOST_FIRST}` });
  if (args.after == null) return { first, after: null };
  const key = decodeCursor(args.after);
  if (!key || key.length !== keyForms.length || key.some((part, i) => typeof part !== keyForms[i])) {
    throw badInput({ after: 'is not a cursor of this list' });
  }
  return { first, after: key };
}

/**
 * Builds a connection from one row more than was asked for. `keyOf` gives a row's sort key: the cursor holds it, so that
 * rows that come or go between two pages neither repeat nor hide another.
 */
export function toConnection<Row>(
  page: PageRequest,
  rows: readonly Row[],
  keyOf: (row: Row) => (string | number)[],
  totalCount: () => Promise<number>,
): Connection<Row> {
  const nodes = rows.slice(0, page.first);
  const edges = nodes.map((node) => ({ cursor: encodeCursor(keyOf(node)), node }));
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}

const encodeCursor = (key: (string | number)[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

function decodeCursor(cursor: string): (string | number)[] | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(key) ? (key as (string | number)[]) : null;
  } catch {
    return null;
  }
}
