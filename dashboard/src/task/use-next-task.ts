import { useMutation } from 'urql';
import { useLocation } from 'wouter';
import { type NextTaskPurpose, NextTaskDocument } from '../generated/documents';
import { useTell } from '../shell/use-tell';
import { useWords } from '../words/words';

/** Goes on to the best task there is, taken by this. */
export function useNextTask(purpose: NextTaskPurpose = 'WORK') {
  const say = useWords();
  const tell = useTell();
  const [, goTo] = useLocation();
  const [{ fetching }, ask] = useMutation(NextTaskDocument);
  const go = async () => {
    const { data, error } = await ask({ purpose });
    if (error) return tell.trouble(error);
    const task = data?.nextTask;
    if (!task) return tell.news(say('task.next.none'));
    goTo(purpose === 'REVIEW' ? `/tasks/${task.id}/review` : `/tasks/${task.id}`);
  };
  return { go, isAsking: fetching };
}
