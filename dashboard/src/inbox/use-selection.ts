import { useCallback, useMemo, useState } from 'react';
import type { TaskRow } from './use-task-pages';

/** As many as one request limit lets through in a burst. */
export const MOST_SELECTED = 200;

/** The tasks that were selected, as they are now where they are held, else as they were. */
export function useSelection(held: readonly TaskRow[]) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, TaskRow>>(new Map());
  const toggle = useCallback(
    (task: TaskRow) =>
      setChosen((before) => {
        const after = new Map(before);
        if (!after.delete(task.id) && after.size < MOST_SELECTED) after.set(task.id, task);
        return after;
      }),
    [],
  );
  const clear = useCallback(() => setChosen(new Map()), []);
  const byId = useMemo(() => {
    const now = new Map(held.filter(({ id }) => chosen.has(id)).map((task) => [task.id, task]));
    return new Map([...chosen].map(([id, task]) => [id, now.get(id) ?? task]));
  }, [chosen, held]);
  return { byId, tasks: useMemo(() => [...byId.values()], [byId]), toggle, clear };
}
