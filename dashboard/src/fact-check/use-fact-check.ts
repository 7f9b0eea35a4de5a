import { useEffect } from 'react';
import { useQuery, useSubscription } from 'urql';
import { FactCheckDocument, type FactCheckInFullFragment, TaskChangesDocument } from '../generated/documents';
import { useCameBack } from '../session/use-came-back';

export type FactCheckInFull = FactCheckInFullFragment;

/** A fact-check with all that its page shows. What is done to it changes its task, of which this is told. */
export function useFactCheck(id: string) {
  const [{ data, error, fetching }, again] = useQuery({ query: FactCheckDocument, variables: { id } });
  const factCheck = data?.factCheck ?? null;
  const articleId = factCheck?.task.article.id;
  const [{ data: change }] = useSubscription({
    query: TaskChangesDocument,
    variables: { articleId },
    pause: !articleId,
  });
  const changed = change?.reviewTaskChanged;
  const isOurs = changed !== undefined && changed.id === factCheck?.task.id;
  useEffect(() => {
    if (isOurs) again({ requestPolicy: 'network-only' });
  }, [again, isOurs, changed?.version]);
  useCameBack(() => again({ requestPolicy: 'network-only' }));
  return { factCheck, error, isLoading: fetching && !data, again };
}
