import { useEffect } from 'react';
import { useQuery } from 'urql';
import { TaskHistoryDocument } from '../generated/documents';
import { Loading, Trouble } from '../states/states';
import { useFormats } from '../words/formats';
import { useKnownWord, useWords } from '../words/words';
import styles from './task.module.css';

/** What has happened to the task, the latest first. */
export function History({ taskId, version }: { readonly taskId: string; readonly version: number }) {
  const say = useWords();
  const known = useKnownWord();
  const { time } = useFormats();
  const [{ data, error }, ask] = useQuery({ query: TaskHistoryDocument, variables: { id: taskId } });
  useEffect(() => ask({ requestPolicy: 'network-only' }), [ask, version]);
  if (error) return <Trouble error={error} again={ask} />;
  if (!data?.reviewTask) return <Loading />;
  return (
    <ol className={styles.history}>
      {data.reviewTask.events.nodes.toReversed().map((event) => (
        <li key={event.id}>
          <span>
            {known(`action.${event.action}`) ?? <bdi>{event.action}</bdi>}
            {' · '}
            {event.actor ? <bdi>{event.actor.name}</bdi> : say('task.history.system')}
          </span>
          {event.comment && (
            <q dir="auto" className={styles.comment}>
              {event.comment}
            </q>
          )}
          <time dateTime={event.at}>{time(event.at)}</time>
        </li>
      ))}
    </ol>
  );
}
