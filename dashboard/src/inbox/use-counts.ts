import { useCallback, useEffect, useRef, useState } from 'react';
import {
  InboxCountsDocument,
  type InboxCountsQuery,
  InboxShownCountDocument,
  type ReviewTaskFilter,
} from '../generated/documents';
import { useSession } from '../session/session';
import { UNDECIDED_FILTER, VIEW_FILTERS } from './views';

export type Counts = { readonly [Name in keyof Omit<InboxCountsQuery, '__typename'>]: number };

export interface InboxCounts {
  /** How many tasks each view has; null until they are counted. */
  readonly views: Counts | null;
  /** How many the shown filter has; null until they are counted. */
  readonly shown: number | null;
  /** A list is on the screen: its tasks are counted, and at the first one those of each view. */
  listed(): void;
  /** What each has may have changed. */
  recount(): void;
}

/**
 * Counts what stands beside a list, when the list is there: over many tasks counting takes longer than finding the first,
 * and must not keep anybody waiting for them.
 */
export function useCounts(filter: ReviewTaskFilter): InboxCounts {
  const { lists } = useSession();
  const [views, setViews] = useState<Counts | null>(null);
  const asked = JSON.stringify(filter);
  const [shown, setShown] = useState<{ of: string; count: number } | null>(null);
  const countViews = useCallback(() => {
    void lists
      .query(InboxCountsDocument, { ...VIEW_FILTERS, undecided: UNDECIDED_FILTER })
      .toPromise()
      .then(({ data }) => {
        if (!data) return;
        const entries = Object.entries(data).filter(([name]) => name !== '__typename');
        const counts = entries.map(([name, list]) => [name, (list as { totalCount: number }).totalCount]);
        setViews(Object.fromEntries(counts) as Counts);
      });
  }, [lists]);
  const countShown = useCallback(() => {
    void lists
      .query(InboxShownCountDocument, { filter: JSON.parse(asked) as ReviewTaskFilter })
      .toPromise()
      .then(({ data }) => data && setShown({ of: asked, count: data.shown.totalCount }));
  }, [lists, asked]);
  const isCounted = useRef(false);
  const listed = useCallback(() => {
    countShown();
    if (!isCounted.current) countViews();
    isCounted.current = true;
  }, [countShown, countViews]);
  const recount = useCallback(() => {
    countShown();
    countViews();
  }, [countShown, countViews]);
  // Other credentials count anew.
  useEffect(() => void (isCounted.current = false), [lists]);
  return { views, shown: shown?.of === asked ? shown.count : null, listed, recount };
}
