import { useCallback, useEffect, useState } from 'react';
import { useClient, useQuery, useSubscription } from 'urql';
import {
  ArticleChangesDocument,
  ArticleDocument,
  type ArticleQuery,
  ArticleTaskChangesDocument,
  type ArticleTaskFragment,
  ArticleTasksDocument,
} from '../generated/documents';
import { useCameBack } from '../session/use-came-back';

export type ArticleTask = ArticleTaskFragment;
export type Article = NonNullable<ArticleQuery['article']>;

/** An article and how far its queue has come, kept up to date. */
export function useArticle(id: string) {
  const [{ data, error, fetching }, again] = useQuery({ query: ArticleDocument, variables: { id } });
  useSubscription({ query: ArticleChangesDocument, variables: { id } });
  useCameBack(() => again({ requestPolicy: 'network-only' }));
  // Changes tell of a status, not of a text, a title or a date: those of a page that was fetched come with it.
  const status = data?.article?.status;
  useEffect(() => {
    if (status) again({ requestPolicy: 'cache-and-network' });
  }, [again, status]);
  return { article: data?.article ?? null, error, isLoading: fetching && !data, again };
}

/** Asked again this long after a change at the soonest: a queue at work changes tasks by the dozen. */
const SPARING_MS = 1_000;

/** All tasks of an article in text order, page after page; fetched anew while its queue is at work, and when asked to. */
export function useArticleTasks(id: string, prepared: number): [readonly ArticleTask[], () => void] {
  const client = useClient();
  const [tasks, setTasks] = useState<readonly ArticleTask[]>([]);
  const [{ data: change }] = useSubscription({ query: ArticleTaskChangesDocument, variables: { id } });
  const [turn, setTurn] = useState(0);
  useCameBack(() => setTurn((count) => count + 1));
  useEffect(() => {
    const timer = setTimeout(() => setTurn((count) => count + 1), SPARING_MS);
    return () => clearTimeout(timer);
  }, [change, prepared]);
  useEffect(() => {
    let left = false;
    const fetchAll = async () => {
      const all: ArticleTask[] = [];
      let after: string | null = null;
      do {
        const answer = await client
          .query(ArticleTasksDocument, { id, after }, { requestPolicy: 'network-only' })
          .toPromise();
        const page: NonNullable<NonNullable<typeof answer.data>['article']>['tasks'] | undefined =
          answer.data?.article?.tasks;
        if (!page) return;
        all.push(...page.nodes);
        after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
      } while (after !== null && !left);
      if (!left) setTasks(all);
    };
    void fetchAll();
    return () => void (left = true);
  }, [client, id, turn]);
  const refresh = useCallback(() => setTurn((count) => count + 1), []);
  return [tasks, refresh];
}
