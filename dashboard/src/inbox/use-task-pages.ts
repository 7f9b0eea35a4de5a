import { useEffect, useState, useSyncExternalStore } from 'react';
import {
  InboxPageDocument,
  type ReviewTaskFilter,
  type ReviewTaskOrder,
  type TaskRowFragment,
} from '../generated/documents';
import { useSession } from '../session/session';
import { PageStore, type Rows } from './page-store';

export type TaskRow = TaskRowFragment;

/** The tasks of one filter and order, as a window of pages. Its caller is made anew for another filter. */
export function useTaskPages(filter: ReviewTaskFilter, orderBy: ReviewTaskOrder): [Rows<TaskRow>, PageStore<TaskRow>] {
  const { lists } = useSession();
  const [store] = useState(
    () =>
      new PageStore<TaskRow>(async (after) => {
        const { data, error } = await lists.query(InboxPageDocument, { filter, orderBy, after }).toPromise();
        if (!data) throw error;
        const { nodes, pageInfo } = data.reviewTasks;
        return { rows: nodes, endCursor: pageInfo.endCursor ?? null, hasNext: pageInfo.hasNextPage };
      }),
  );
  useEffect(() => void store.see(0, 0), [store]);
  return [useSyncExternalStore(store.subscribe, store.get), store];
}
