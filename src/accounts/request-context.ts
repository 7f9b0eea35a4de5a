import DataLoader from 'dataloader';
import type { Transaction } from '../platform/database/database.js';
import type { Viewer } from './viewer.js';

/** What every resolver gets: who asks, how to read, and the loaders of this one request. */
export interface RequestContext {
  readonly viewer: Viewer;
  /** Runs reads of the viewer's newsroom. A query's reads share one transaction, which may be shared at any time. */
  read<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  readonly loaders: Map<unknown, DataLoader<unknown, unknown>>;
}

export const newRequestContext = (viewer: Viewer, read: RequestContext['read']): RequestContext => ({
  viewer,
  read,
  loaders: new Map(),
});

/** Reads many rows of the newsroom by their keys, in one transaction; missing keys are left out of the map. */
export type BatchRead<Key, Row> = (tx: Transaction, keys: readonly Key[]) => Promise<Map<Key, Row>>;

/**
 * Loads one row through a loader that lives as long as the request, so that a list costs one query for each kind of
 * thing in it. `read` itself is the loader's name: pass the same function each time.
 */
export async function loadOne<Key, Row>(
  context: RequestContext,
  read: BatchRead<Key, Row>,
  key: Key,
): Promise<Row | null> {
  let loader = context.loaders.get(read) as DataLoader<Key, Row | null> | undefined;
  if (!loader) {
    loader = new DataLoader<Key, Row | null>(async (keys) => {
      const rows = await context.read((tx) => read(tx, keys));
      return keys.map((each) => rows.get(each) ?? null);
    });
    context.loaders.set(read, loader as DataLoader<unknown, unknown>);
  }
  return loader.load(key);
}

/** Rows by their id, as a BatchRead returns them. */
export const byId = <Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

/** Called after every mutation: what was loaded before it may have changed, and one request may hold several. */
export const forgetLoaded = ({ loaders }: RequestContext): void => loaders.clear();
