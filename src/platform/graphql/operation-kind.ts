import { type DocumentNode, type OperationTypeNode, parse } from 'graphql';

/** Whether a request body's document has a mutation in it; false where it cannot be parsed. */
export const asksToWrite = (body: unknown): boolean =>
  kindsIn((body as { query?: unknown } | null)?.query).includes('mutation' as OperationTypeNode);

/** Whether a document's operations are queries, all of them; false where it cannot be parsed. */
export function asksOnlyToRead(query: unknown): boolean {
  const kinds = kindsIn(query);
  return kinds.length > 0 && kinds.every((kind) => kind === 'query');
}

/** Words and signs of one document: what is longer is no request of a person's or a program's. A text is one of them. */
export const MOST_TOKENS = 10_000;

/** Documents repeat, and parsing one costs more than looking it up; the oldest is forgotten. */
const known = new Map<string, readonly OperationTypeNode[]>();
const MOST_KNOWN = 500;
const LONGEST_KNOWN = 20_000;

function kindsIn(query: unknown): readonly OperationTypeNode[] {
  if (typeof query !== 'string') return [];
  const remembered = known.get(query);
  if (remembered) return remembered;
  const kinds = parseKinds(query);
  if (query.length <= LONGEST_KNOWN) {
    if (known.size >= MOST_KNOWN) known.delete(known.keys().next().value!);
    known.set(query, kinds);
  }
  return kinds;
}

function parseKinds(query: string): OperationTypeNode[] {
  try {
    const document: DocumentNode = parse(query, { maxTokens: MOST_TOKENS });
    return document.definitions.flatMap((node) => (node.kind === 'OperationDefinition' ? [node.operation] : []));
  } catch {
    return [];
  }
}
