import { isId } from '../ids.js';
import { badInput } from '../request-error.js';

const DEFAULT_FIRST = 20;
const MOST_FIRST = 100;

/** The parts of which a sort key is made. */
type KeyForm = 'integer' | 'number' | 'time' | 'id';

/** A list as its cursors know it: by name, order and owner included, and by the form of each part of its sort key. */
export interface CursorForm {
  readonly list: string;
  readonly parts: readonly KeyForm[];
}

export interface PageRequest {
  /** Rows wanted. */
  readonly first: number;
  /** The sort key of the last row of the page before, or null for the first page. */
  readonly after: readonly (string | number)[] | null;
  /** The list's name, which its cursors carry. */
  readonly list: string;
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
 * Reads the arguments of a connection. A cursor of another list or of another order, and a made-up one, is refused: its
 * place means nothing here, and no part of it must reach the database unread. Throws BAD_USER_INPUT.
 */
export function readPageRequest(
  args: { first?: number | null; after?: string | null },
  { list, parts }: CursorForm,
): PageRequest {
  const first = args.first ?? DEFAULT_FIRST;
  if (first < 0 || first > MOST_FIRST) throw badInput({ first: `must be 0 to ${MOST_FIRST}` });
  if (args.after == null) return { first, after: null, list };
  const [name, ...key] = decodeCursor(args.after) ?? [];
  if (name !== list || key.length !== parts.length || !key.every((part, i) => FITS[parts[i]!](part))) {
    throw badInput({ after: 'is not a cursor of this list in this order' });
  }
  return { first, after: key as (string | number)[], list };
}

const FITS: Readonly<Record<KeyForm, (part: unknown) => boolean>> = {
  // PostgreSQL's integer: a larger number would fail there.
  integer: (part) => Number.isInteger(part) && Math.abs(part as number) < 2 ** 31,
  number: (part) => Number.isFinite(part),
  time: (part) => typeof part === 'string' && isInstant(part),
  id: (part) => typeof part === 'string' && isId(part),
};

function isInstant(part: string): boolean {
  const instant = new Date(part);
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === part;
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
  const edges = nodes.map((node) => ({ cursor: encodeCursor([page.list, ...keyOf(node)]), node }));
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

function decodeCursor(cursor: string): unknown[] | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(key) ? key : null;
  } catch {
    return null;
  }
}
