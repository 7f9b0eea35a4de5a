import { useCallback, useEffect, useState } from 'react';
import { useMutation } from 'urql';
import { useLocation } from 'wouter';
import { type ReviewTaskFilter, type ReviewTaskOrder, TakeTaskDocument } from '../generated/documents';
import { asCombined } from '../graphql/failure';
import { useViewer } from '../session/session';
import { useTell } from '../shell/use-tell';
import { useShortcuts } from '../shortcuts/shortcuts';
import { Empty, Loading, Trouble } from '../states/states';
import { useWords } from '../words/words';
import { BulkBar, isDismissable } from './bulk-bar';
import { TaskGrid } from './task-grid';
import { useBulk } from './use-bulk';
import { useLiveInbox } from './use-live-inbox';
import { useSelection } from './use-selection';
import { useTellOutcome } from './use-tell-outcome';
import { type TaskRow, useTaskPages } from './use-task-pages';

interface TaskListProps {
  readonly filter: ReviewTaskFilter;
  readonly orderBy: ReviewTaskOrder;
  readonly total: number | null;
  /** The first page is there. */
  readonly listed: () => void;
  readonly recount: () => void;
  /** The first task of the list, once it is known. */
  readonly begun: (first: TaskRow | null) => void;
}

/** The tasks of one filter: what is marked, selected, and done with them by key or together. */
export function TaskList({ filter, orderBy, total, listed, recount, begun }: TaskListProps) {
  const say = useWords();
  const tell = useTell();
  const [, goTo] = useLocation();
  const { role } = useViewer();
  const [rows, store] = useTaskPages(filter, orderBy);
  const [, take] = useMutation(TakeTaskDocument);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [lastIndex, setLastIndex] = useState(0);
  // A list that changes moves what is marked with it; what has left it leaves the mark where it was.
  const known = activeId ? rows.indexOf(activeId) : -1;
  const active = known >= 0 ? known : Math.min(lastIndex, Math.max(0, rows.count - 1));
  const current = rows.at(active);
  const canSelect = role === 'EDITOR' || role === 'ADMIN';
  const selection = useSelection(rows.held);

  const settled = useCallback(() => {
    void store.refresh();
    recount();
  }, [store, recount]);
  useLiveInbox({ changed: (task) => store.patch(task), settled });

  const changed = useCallback((task: TaskRow) => store.patch(task), [store]);
  const bulk = useBulk(changed);
  const tellOutcome = useTellOutcome(bulk.undo, settled);

  const isListed = !rows.isFirst;
  useEffect(() => {
    if (isListed) listed();
  }, [isListed, listed]);
  const first = rows.at(0) ?? null;
  useEffect(() => begun(first), [begun, first]);

  const activate = useCallback(
    (index: number) => {
      const to = Math.max(0, Math.min(index, rows.count - 1));
      setLastIndex(to);
      setActiveId(rows.at(to)?.id ?? null);
    },
    [rows],
  );
  const open = useCallback((task: TaskRow) => goTo(`/tasks/${task.id}`), [goTo]);
  const see = useCallback((from: number, to: number) => store.see(from, to), [store]);
  const takeIt = async (task: TaskRow) => {
    const { data, error } = await take({ id: task.id });
    if (error) return tell.trouble(error);
    if (data) store.patch(data.takeTask);
    open(task);
  };
  const can = (action: TaskRow['allowedActions'][number]) => Boolean(current?.allowedActions.includes(action));
  useShortcuts([
    { press: 'j', says: 'inbox.next', act: () => activate(active + 1) },
    { press: 'k', says: 'inbox.previous', act: () => activate(active - 1) },
    { press: 'Enter', says: 'inbox.open', act: () => current && open(current) },
    { press: 't', says: 'inbox.take', when: can('TAKE'), act: () => current && void takeIt(current) },
    {
      press: 'a',
      says: 'inbox.approve',
      when: can('APPROVE_VERDICT'),
      act: () => current && goTo(`/tasks/${current.id}/review`),
    },
    { press: 'x', says: 'inbox.select', when: canSelect, act: () => current && selection.toggle(current) },
  ]);

  if (rows.isFirst) return <Loading />;
  if (!rows.count) {
    if (rows.error) return <Trouble error={asCombined(rows.error)} again={() => void store.refresh()} />;
    return <Empty title={say('inbox.empty')}>{say('inbox.empty.explained')}</Empty>;
  }
  return (
    <>
      {selection.tasks.length > 0 && (
        <BulkBar
          selected={selection.tasks}
          isBusy={bulk.isBusy}
          clear={selection.clear}
          assign={(memberId) => {
            const able = selection.tasks.filter(({ allowedActions }) => allowedActions.includes('ASSIGN'));
            void bulk.assign(able, memberId).then(tellOutcome).then(selection.clear);
          }}
          dismiss={(reason) =>
            void bulk.dismiss(selection.tasks.filter(isDismissable), reason).then(tellOutcome).then(selection.clear)
          }
        />
      )}
      <TaskGrid
        rows={rows}
        total={total}
        active={active}
        selected={selection.byId}
        canSelect={canSelect}
        activate={activate}
        open={open}
        toggle={selection.toggle}
        see={see}
      />
    </>
  );
}
