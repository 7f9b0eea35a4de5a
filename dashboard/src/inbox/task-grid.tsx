import { Checkbox } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useWords } from '../words/words';
import type { Rows } from './page-store';
import { TaskLine } from './task-line';
import type { TaskRow } from './use-task-pages';
import styles from './inbox.module.css';

interface TaskGridProps {
  readonly rows: Rows<TaskRow>;
  readonly total: number | null;
  readonly active: number;
  readonly selected: ReadonlyMap<string, TaskRow>;
  readonly canSelect: boolean;
  readonly activate: (index: number) => void;
  readonly open: (task: TaskRow) => void;
  readonly toggle: (task: TaskRow) => void;
  /** The rows that are looked at now. */
  readonly see: (first: number, last: number) => void;
}

const rowId = (index: number) => `task-row-${index}`;
const TALL = 132;
const FLAT = 66;

/** The list as an ARIA grid of which only the rows in sight are in the page. One stop for the tab key; arrows inside. */
export function TaskGrid(props: TaskGridProps) {
  const { rows, total, active, selected, canSelect, activate, open, toggle, see } = props;
  const say = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const isNarrow = useMediaQuery('(max-width: 70em)', undefined, { getInitialValueInEffect: false });
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoised by the compiler
  const virtual = useVirtualizer({
    count: rows.count + (rows.hasMore ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => (isNarrow ? TALL : FLAT),
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => see(first, last), [see, first, last]);
  useEffect(() => virtual.measure(), [virtual, isNarrow]);
  useEffect(() => {
    if (active >= 0) virtual.scrollToIndex(active, { align: 'auto' });
  }, [virtual, active]);

  const seen = scroller.current
    ? Math.max(1, Math.floor(scroller.current.clientHeight / (isNarrow ? TALL : FLAT)) - 1)
    : 10;
  const steps: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + seen,
    PageUp: active - seen,
    Home: 0,
    End: rows.count - 1,
  };
  const press = (event: KeyboardEvent) => {
    const to = steps[event.key];
    const task = rows.at(active);
    if (to !== undefined) activate(to);
    else if (event.key === 'Enter' && task) open(task);
    else if (event.key === ' ' && task && canSelect) toggle(task);
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.gridFrame}>
      <div
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label={say('inbox.title')}
        aria-rowcount={total ?? -1}
        aria-multiselectable={canSelect || undefined}
        aria-activedescendant={rows.at(active) ? rowId(active) : undefined}
        className={styles.grid}
        onKeyDown={press}
      >
        <div role="rowgroup" className={styles.rows} style={{ blockSize: virtual.getTotalSize() }}>
          {items.map(({ index, start, size }) => {
            const task = rows.at(index);
            return (
              <div
                key={index}
                id={rowId(index)}
                role="row"
                aria-rowindex={index + 1}
                aria-selected={task && canSelect ? selected.has(task.id) : undefined}
                data-active={index === active || undefined}
                className={styles.row}
                style={{ transform: `translateY(${start}px)`, blockSize: size }}
                onClick={() => {
                  activate(index);
                  if (task) open(task);
                }}
              >
                {task ? (
                  <>
                    {canSelect && (
                      <div role="gridcell" className={styles.pick} onClick={(event) => event.stopPropagation()}>
                        <Checkbox
                          size="xs"
                          tabIndex={-1}
                          checked={selected.has(task.id)}
                          onChange={() => toggle(task)}
                          aria-label={say('inbox.select')}
                        />
                      </div>
                    )}
                    <TaskLine task={task} />
                  </>
                ) : (
                  <div role="gridcell" className={styles.waiting}>
                    {say('state.loading')}
                  </div>
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
