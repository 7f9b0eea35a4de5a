import { useEffect, useEffectEvent, useRef } from 'react';
import { useSubscription } from 'urql';
import { InboxChangesDocument } from '../generated/documents';
import { useCameBack } from '../session/use-came-back';
import type { TaskRow } from './use-task-pages';

/** A burst of changes is waited out this long, and lists are asked again no more often than that. */
const QUIET_MS = 1_500;
const SPARING_MS = 5_000;

interface Live {
  /** At once, for each change. */
  changed(task: TaskRow): void;
  /** When a burst is over: a list may have gained or lost tasks. */
  settled(): void;
}

/** Follows every change of the newsroom's tasks. */
export function useLiveInbox({ changed, settled }: Live): void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const lastTime = useRef(0);
  const settle = useEffectEvent(() => {
    timer.current = undefined;
    lastTime.current = Date.now();
    settled();
  });
  const changedNow = useEffectEvent((task: TaskRow) => {
    changed(task);
    const wait = Math.max(QUIET_MS, lastTime.current + SPARING_MS - Date.now());
    timer.current ??= setTimeout(() => settle(), wait);
  });
  const [{ data }] = useSubscription({ query: InboxChangesDocument });
  const task = data?.reviewTaskChanged;
  useEffect(() => {
    if (task) changedNow(task);
  }, [task]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useCameBack(settled);
}
