import { useQuery, useSubscription } from 'urql';
import { TaskChangesDocument, TaskDocument, type TaskQuery } from '../generated/documents';
import { useCameBack } from '../session/use-came-back';

export type TaskInFull = NonNullable<TaskQuery['reviewTask']>;

/** A task with all that its pages show, kept up to date: what changes elsewhere reaches the cache, and so this. */
export function useTask(id: string) {
  const [{ data, error, fetching }, again] = useQuery({ query: TaskDocument, variables: { id } });
  const articleId = data?.reviewTask?.article.id;
  useSubscription({ query: TaskChangesDocument, variables: { articleId }, pause: !articleId });
  useCameBack(() => again({ requestPolicy: 'network-only' }));
  return { task: data?.reviewTask ?? null, error, isLoading: fetching && !data, again };
}
