import { useCallback, useEffect, useState } from 'react';
import { InboxCountsDocument, type InboxCountsQuery, type ReviewTaskFilter } from '../generated/documents';
import { useSession } from '../session/session';
import { UNDECIDED_FILTER, VIEW_FILTERS } from './views';

export type Counts = { readonly [Name in keyof Omit<InboxCountsQuery, '__typename'>]: number };

/** How many tasks each view has, and how many the shown filter; null until they are counted. */
export function useCounts(shown: ReviewTaskFilter): [Counts | null, () => void] {
  const { lists } = useSession();
  const [counts, setCounts] = useState<Counts | null>(null);
  const asked = JSON.stringify(shown);
  const count = useCallback(() => {
    const variables = { ...VIEW_FILTERS, undecided: UNDECIDED_FILTER, shown: JSON.parse(asked) as ReviewTaskFilter };
    void lists
      .query(InboxCountsDocument, variables)
      .toPromise()
      .then(({ data }) => {
        if (!data) return;
        const entries = Object.entries(data).filter(([name]) => name !== '__typename');
        setCounts(
          Object.fromEntries(
            entries.map(([name, list]) => [name, (list as { totalCount: number }).totalCount]),
          ) as Counts,
        );
      });
  }, [lists, asked]);
  useEffect(count, [count]);
  return [counts, count];
}
