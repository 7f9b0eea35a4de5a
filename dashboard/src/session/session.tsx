import type { Client } from '@urql/core';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { Provider } from 'urql';
import { ViewerDocument, type ViewerQuery } from '../generated/documents';
import { makeClient } from '../graphql/client';
import { askSignIn } from '../sign-in/ask-sign-in';
import { credentials } from './credentials';

export type Viewer = ViewerQuery['viewer'];

export type SessionState =
  | { readonly is: 'unknown' }
  | { readonly is: 'unreachable' }
  | { readonly is: 'signed-out'; readonly refused: boolean }
  | { readonly is: 'signed-in'; readonly viewer: Viewer };

interface Session {
  readonly state: SessionState;
  /** Asks without keeping the answers; see DeskClient. */
  readonly lists: Client;
  signInWithKey(apiKey: string): void;
  /** Asks anew who is asking: after a sign-in by cookie, or a change of newsroom. */
  refresh(): void;
  signOut(): void;
}

const SessionContext = createContext<Session | null>(null);

/** Who sits at the desk. Every change of person is a new client, so that no cache outlives its owner. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [attempt, setAttempt] = useState(0);
  const refresh = useCallback(() => setAttempt((count) => count + 1), []);
  return (
    <OnePersonsSession key={attempt} refresh={refresh}>
      {children}
    </OnePersonsSession>
  );
}

function OnePersonsSession({ refresh, children }: { readonly refresh: () => void; readonly children: ReactNode }) {
  const [state, setState] = useState<SessionState>({ is: 'unknown' });
  const [{ urql, lists, close }] = useState(() =>
    makeClient({
      onSignedOut: () => setState({ is: 'signed-out', refused: credentials.apiKey() !== null }),
      onReturn: () => window.dispatchEvent(new Event(CAME_BACK)),
    }),
  );
  useEffect(() => {
    void urql
      .query(ViewerDocument, {}, { requestPolicy: 'network-only' })
      .toPromise()
      .then(({ data, error }) => {
        if (data) setState({ is: 'signed-in', viewer: data.viewer });
        else if (!error?.graphQLErrors.length) setState({ is: 'unreachable' });
      });
    return close;
  }, [urql, close]);

  const session = useMemo(
    (): Session => ({
      state,
      lists,
      refresh,
      signInWithKey(apiKey) {
        credentials.keep(apiKey);
        refresh();
      },
      signOut() {
        const withKey = credentials.apiKey() !== null;
        credentials.forget();
        // The session of a cookie ends at the service; the desk is left even where that cannot be reached.
        void (withKey ? Promise.resolve() : askSignIn('sign-out', {})).then(refresh);
      },
    }),
    [state, lists, refresh],
  );
  return (
    <SessionContext.Provider value={session}>
      <Provider value={urql}>{children}</Provider>
    </SessionContext.Provider>
  );
}

/** Sent on the window when the live connection is back: lists then ask again. */
export const CAME_BACK = 'isnad:came-back';

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession stands outside SessionProvider');
  return session;
}

/** Who is signed in; only inside the desk, which nobody else sees. */
export function useViewer(): Viewer {
  const { state } = useSession();
  if (state.is !== 'signed-in') throw new Error('useViewer stands outside the desk');
  return state.viewer;
}
