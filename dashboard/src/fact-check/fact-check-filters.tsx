import { Checkbox, NativeSelect } from '@mantine/core';
import type { RefObject } from 'react';
import { SearchField } from '../fields/search-field';
import { useFormats } from '../words/formats';
import { useWords } from '../words/words';
import { LANGUAGES, type ListQuery, STATUSES } from './filter';
import styles from './fact-check.module.css';

interface FactCheckFiltersProps {
  readonly query: ListQuery;
  readonly change: (part: Partial<ListQuery>) => void;
  readonly searchField: RefObject<HTMLInputElement | null>;
  /** How many corrections wait in the newsroom; null until they are counted. */
  readonly pending: number | null;
}

export function FactCheckFilters({ query, change, searchField, pending }: FactCheckFiltersProps) {
  const say = useWords();
  const { number } = useFormats();
  return (
    <div className={styles.filters} role="search">
      <SearchField
        label={say('fact-check.search')}
        value={query.text}
        change={(text) => change({ text })}
        field={searchField}
        className={styles.search}
      />
      <NativeSelect
        size="xs"
        aria-label={say('fact-check.status')}
        value={query.status}
        onChange={(event) => change({ status: event.currentTarget.value as ListQuery['status'] })}
        data={[
          { value: '', label: say('fact-check.any-status') },
          ...STATUSES.map((value) => ({ value, label: say(`fact-check.status.${value}`) })),
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label={say('inbox.language')}
        value={query.language}
        onChange={(event) => change({ language: event.currentTarget.value as ListQuery['language'] })}
        data={[
          { value: '', label: say('inbox.any-language') },
          ...LANGUAGES.map((value) => ({ value, label: say(`language.${value}`) })),
        ]}
      />
      <Checkbox
        size="sm"
        checked={query.pending}
        onChange={(event) => change({ pending: event.currentTarget.checked })}
        label={
          <>
            {say('fact-check.only-pending')}{' '}
            {pending !== null && <span className={`${styles.dim} number`}>{number(pending)}</span>}
          </>
        }
      />
    </div>
  );
}
