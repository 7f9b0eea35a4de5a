import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useMutation } from 'urql';
import { SaveVerdictDraftDocument } from '../generated/documents';
import { useViewer } from '../session/session';

export interface Draft {
  readonly rating: string;
  readonly rationale: string;
}

export type DraftState = 'saved' | 'writing' | 'unsaved';

/** A pause in writing this long is a chance to save; after a failure it is tried again as often. */
const PAUSE_MS = 800;
const RETRY_MS = 5_000;

/** Two people may share a browser. */
const nameOf = (taskId: string, writer: string) => `isnad.draft.${writer}.${taskId}`;

/** What this browser kept of a draft that the service could not be told of; null where there is none. */
function keptHere(name: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') as Draft | null;
  } catch {
    return null;
  }
}

/**
 * What is being written, kept by the service as one writes, and in this browser until it is: a closed tab, a lost
 * connection or a refused proposal takes nothing away.
 */
export function useDraft(taskId: string, begin: Draft) {
  const name = nameOf(taskId, useViewer().member?.id ?? '');
  const [draft, setDraft] = useState<Draft>(() => keptHere(name) ?? begin);
  const [state, setState] = useState<DraftState>(() => (keptHere(name) ? 'writing' : 'saved'));
  const [, save] = useMutation(SaveVerdictDraftDocument);
  const latest = useRef(draft);
  const isDone = useRef(false);

  const send = useEffectEvent(async () => {
    const sent = latest.current;
    const { error } = await save({ input: { taskId, rationale: sent.rationale, rating: sent.rating || undefined } });
    if (latest.current !== sent || isDone.current) return;
    if (!error) localStorage.removeItem(name);
    setState(error ? 'unsaved' : 'saved');
  });
  useEffect(() => {
    if (state === 'saved') return;
    const timer = setTimeout(() => void send(), state === 'writing' ? PAUSE_MS : RETRY_MS);
    return () => clearTimeout(timer);
  }, [state, draft]);

  const write = useCallback(
    (part: Partial<Draft>) => {
      latest.current = { ...latest.current, ...part };
      setDraft(latest.current);
      setState('writing');
      try {
        localStorage.setItem(name, JSON.stringify(latest.current));
      } catch {
        // Storage may be full or closed: the service has it a moment later.
      }
    },
    [name],
  );
  /** It was proposed: nothing is left to save. */
  const done = useCallback(() => {
    isDone.current = true;
    localStorage.removeItem(name);
    setState('saved');
  }, [name]);
  return { draft, state, write, done };
}
