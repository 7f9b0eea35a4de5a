import { Title } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { useTitle } from '../shell/use-title';
import { useShortcuts } from '../shortcuts/shortcuts';
import { useFormats } from '../words/formats';
import { useWords } from '../words/words';
import { FilterBar } from './filter-bar';
import { TaskList } from './task-list';
import { useCounts } from './use-counts';
import type { TaskRow } from './use-task-pages';
import { ViewLinks } from './view-links';
import { filterOf, type InboxQuery, orderOf, readInboxQuery, writeInboxQuery } from './views';
import styles from './inbox.module.css';

/** The queue. Its address says what is shown, and another address is another list. */
export function InboxScreen() {
  const say = useWords();
  const { number } = useFormats();
  useTitle(say('inbox.title'));
  const [search, setSearch] = useSearchParams();
  const written = writeInboxQuery(readInboxQuery(search)).toString();
  const query = useMemo(() => readInboxQuery(new URLSearchParams(written)), [written]);
  const filter = useMemo(() => filterOf(query), [query]);
  const orderBy = useMemo(() => orderOf(query), [query]);
  const { views, shown, listed, recount } = useCounts(filter);
  const [first, setFirst] = useState<TaskRow | null>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const change = useCallback(
    (part: Partial<InboxQuery>) => setSearch(writeInboxQuery({ ...query, ...part }), { replace: true }),
    [query, setSearch],
  );
  useShortcuts([{ press: '/', says: 'inbox.search', act: () => searchField.current?.focus() }]);
  return (
    <div className={styles.inbox}>
      <div className={styles.top}>
        <Title order={1} size="h3">
          {say('inbox.title')}
        </Title>
      </div>
      <ViewLinks query={query} counts={views} />
      <FilterBar
        query={query}
        change={change}
        searchField={searchField}
        articleTitle={first?.article.id === query.article ? first.article.title : null}
      />
      <div className={styles.line} role="status">
        {shown !== null && <span>{say('inbox.count', { count: shown })}</span>}
        {views && query.view === 'worth' && views.undecided > views.worth && (
          <span>{say('inbox.below', { count: views.undecided - views.worth, number: number(views.undecided) })}</span>
        )}
      </div>
      <TaskList
        key={`${JSON.stringify(filter)} ${orderBy.field}`}
        filter={filter}
        orderBy={orderBy}
        total={shown}
        listed={listed}
        recount={recount}
        begun={setFirst}
      />
    </div>
  );
}
