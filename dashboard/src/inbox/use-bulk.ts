import type { CombinedError } from '@urql/core';
import { useCallback, useState } from 'react';
import { useClient } from 'urql';
import {
  AssignTaskDocument,
  DismissTaskDocument,
  ReleaseTaskDocument,
  ReopenTaskDocument,
} from '../generated/documents';
import { readFailure } from '../graphql/failure';
import type { TaskRow } from './use-task-pages';

/** Asked at once: enough to be quick, few enough to leave room for everybody else. */
const AT_ONCE = 4;

export interface BulkOutcome {
  readonly what: 'assigned' | 'dismissed' | 'undone';
  /** As they were before. */
  readonly done: readonly TaskRow[];
  readonly refused: readonly { readonly task: TaskRow; readonly error: CombinedError }[];
}

type Result = { readonly data?: unknown; readonly error?: CombinedError };

/** Does one thing to many tasks. Each is decided by itself: one that is refused does not hold up the others. */
export function useBulk(changed: (task: TaskRow) => void) {
  const client = useClient();
  const [isBusy, setBusy] = useState(false);

  const each = useCallback(
    async (what: BulkOutcome['what'], tasks: readonly TaskRow[], act: (task: TaskRow) => Promise<Result>) => {
      setBusy(true);
      const done: TaskRow[] = [];
      const refused: BulkOutcome['refused'][number][] = [];
      const waiting = [...tasks];
      const work = async () => {
        for (let task = waiting.shift(); task; task = waiting.shift()) {
          const { data, error } = await act(task);
          if (error) refused.push({ task, error });
          else done.push(task);
          const [after] = Object.values((data ?? {}) as Record<string, TaskRow | string>).filter(isTask);
          if (after) changed(after);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      setBusy(false);
      return { what, done, refused };
    },
    [changed],
  );

  const assign = useCallback(
    (tasks: readonly TaskRow[], memberId: string) =>
      each('assigned', tasks, ({ id }) => client.mutation(AssignTaskDocument, { id, memberId }).toPromise()),
    [client, each],
  );

  const dismiss = useCallback(
    (tasks: readonly TaskRow[], reason: string) =>
      each('dismissed', tasks, ({ id, version }) =>
        client.mutation(DismissTaskDocument, { input: { taskId: id, reason, expectedVersion: version } }).toPromise(),
      ),
    [client, each],
  );

  /** Puts the tasks of an outcome back: free, or with whom they were. One that others have changed since is left alone. */
  const undo = useCallback(
    ({ what, done }: BulkOutcome, reason: string) =>
      each('undone', done, async (before) => {
        const back = () =>
          client.mutation(AssignTaskDocument, { id: before.id, memberId: before.assignee!.id }).toPromise();
        if (what === 'dismissed') {
          const input = { taskId: before.id, reason, expectedVersion: before.version + 1 };
          const reopened = await client.mutation(ReopenTaskDocument, { input }).toPromise();
          return reopened.error || !before.assignee ? reopened : back();
        }
        return before.assignee ? back() : client.mutation(ReleaseTaskDocument, { id: before.id }).toPromise();
      }),
    [client, each],
  );

  return { isBusy, assign, dismiss, undo };
}

const isTask = (value: TaskRow | string): value is TaskRow => typeof value === 'object' && value !== null;

/** The reasons of refusals, each once. */
export const reasonsOf = ({ refused }: BulkOutcome): string[] => [
  ...new Set(refused.map(({ error }) => readFailure(error).message ?? '')),
];
