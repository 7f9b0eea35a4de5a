import { Title } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import { useQuery } from 'urql';
import { Link, useSearchParams } from 'wouter';
import { FactCheckCountsDocument, type FactCheckFilter, FactChecksDocument } from '../generated/documents';
import { useTitle } from '../shell/use-title';
import { useShortcuts } from '../shortcuts/shortcuts';
import { MoreButton, type More, Pages } from '../states/pages';
import { Empty, Loading, Trouble } from '../states/states';
import { useFormats } from '../words/formats';
import { useWords } from '../words/words';
import { FactCheckStatusBadge, PendingBadge, RatingName } from './fact-check-badges';
import { FactCheckFilters } from './fact-check-filters';
import { filterOf, type ListQuery, readListQuery, writeListQuery } from './filter';
import styles from './fact-check.module.css';

/** What the newsroom has published, what changed last first; its address says what is shown of it. */
export function FactChecksScreen() {
  const say = useWords();
  useTitle(say('fact-check.all'));
  const [search, setSearch] = useSearchParams();
  const query = readListQuery(search);
  const filter = filterOf(query);
  const searchField = useRef<HTMLInputElement>(null);
  const [{ data: counts }] = useQuery({
    query: FactCheckCountsDocument,
    variables: { filter, pending: { pendingCorrection: true } },
  });
  const change = (part: Partial<ListQuery>) => setSearch(writeListQuery({ ...query, ...part }), { replace: true });
  const list = useRef<HTMLDivElement>(null);
  useShortcuts([
    { press: '/', says: 'inbox.search', act: () => searchField.current?.focus() },
    { press: 'j', says: 'inbox.next', act: () => step(list.current, 1) },
    { press: 'k', says: 'inbox.previous', act: () => step(list.current, -1) },
  ]);
  return (
    <div className={styles.page}>
      <Title order={1} size="h3">
        {say('fact-check.all')}
      </Title>
      <FactCheckFilters
        query={query}
        change={change}
        searchField={searchField}
        pending={counts?.pending.totalCount ?? null}
      />
      <p role="status" className={styles.count}>
        {counts && say('fact-check.count', { count: counts.shown.totalCount })}
      </p>
      <div ref={list} onKeyDown={stepByArrows}>
        <Pages key={JSON.stringify(filter)}>
          {(after, more) => (
            <Page filter={filter} isFiltered={writeListQuery(query).size > 0} after={after} more={more} />
          )}
        </Pages>
      </div>
    </div>
  );
}

/** Moves the focus among the links of a list. */
function step(list: HTMLElement | null, by: 1 | -1): void {
  const links = [...(list?.querySelectorAll<HTMLElement>('li a') ?? [])];
  const at = links.indexOf(document.activeElement as HTMLElement);
  links[Math.max(0, Math.min(at + by, links.length - 1))]?.focus();
}

function stepByArrows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  step(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
}

interface PageProps {
  readonly filter: FactCheckFilter;
  readonly isFiltered: boolean;
  readonly after: string | null;
  readonly more: More;
}

function Page({ filter, isFiltered, after, more }: PageProps) {
  const say = useWords();
  const { since } = useFormats();
  const [{ data, error }, again] = useQuery({ query: FactChecksDocument, variables: { filter, after } });
  if (error && !data) return <Trouble error={error} again={again} />;
  if (!data) return <Loading />;
  const { nodes, pageInfo } = data.factChecks;
  if (!nodes.length && after === null) {
    return isFiltered ? (
      <Empty title={say('fact-check.no-match')}>{say('fact-check.no-match.explained')}</Empty>
    ) : (
      <Empty title={say('fact-check.empty')}>{say('fact-check.empty.explained')}</Empty>
    );
  }
  return (
    <>
      <ul className={styles.list}>
        {nodes.map(({ id, title, language, status, labels, updatedAt, version, pendingCorrection }) => (
          <li key={id}>
            <Link href={`/fact-checks/${id}`} dir="auto" lang={language} className="own-direction">
              {title}
            </Link>
            <div className={styles.facts}>
              <strong>
                <RatingName labels={labels} />
              </strong>
              <FactCheckStatusBadge status={status} />
              {pendingCorrection && <PendingBadge />}
              {version > 1 && <span>{say('fact-check.edition', { number: version })}</span>}
              <span>{since(updatedAt)}</span>
            </div>
          </li>
        ))}
      </ul>
      <MoreButton pageInfo={pageInfo} more={more} />
    </>
  );
}
