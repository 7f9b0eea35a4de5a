import { useSyncExternalStore } from 'react';

export type ConnectionState = 'connecting' | 'live' | 'lost';

let state: ConnectionState = 'connecting';
const listeners = new Set<() => void>();

/** Whether changes reach this page as they happen. */
export const connection = {
  get: (): ConnectionState => state,
  set(next: ConnectionState): void {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export const useConnection = (): ConnectionState => useSyncExternalStore(connection.subscribe, connection.get);
