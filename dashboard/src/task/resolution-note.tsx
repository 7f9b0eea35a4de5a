import { Button } from '@mantine/core';
import { useMutation } from 'urql';
import { RefuseThisResolutionDocument } from '../generated/documents';
import { useTell } from '../shell/use-tell';
import { useWords } from '../words/words';
import type { TaskInFull } from './use-task';
import styles from './task-notes.module.css';

/** How a mention such as "the minister" was given a name, and a way to say that it is not that person. */
export function ResolutionNote({ task }: { readonly task: TaskInFull }) {
  const say = useWords();
  const tell = useTell();
  const [{ fetching }, refuse] = useMutation(RefuseThisResolutionDocument);
  const { resolution } = task.subject;
  const { language } = task.article;
  if (!resolution || (!resolution.refused && resolution.resolvedTo === resolution.mention.text)) return null;
  if (!resolution.refused && !resolution.resolvedTo) return null;
  const refuseIt = async () => {
    const { error } = await refuse({ input: { taskId: task.id, expectedVersion: task.version } });
    if (error) tell.trouble(error);
    else tell.done(say('mending.resolution-refused'));
  };
  return (
    <p className={styles.note}>
      {resolution.refused ? (
        say('resolution.refused')
      ) : (
        <>
          {say('resolution.read-as')} <bdi lang={language}>«{resolution.mention.text}»</bdi>{' '}
          <span aria-hidden className={styles.arrow}>
            ←
          </span>
          <span className="visually-hidden">{say('resolution.is')}</span>{' '}
          <bdi lang={language}>{resolution.resolvedTo}</bdi>{' '}
          {task.allowedActions.includes('REFUSE_RESOLUTION') && (
            <Button
              size="compact-xs"
              variant="subtle"
              className="no-print"
              loading={fetching}
              onClick={() => void refuseIt()}
            >
              {say('mending.refuse-resolution')}
            </Button>
          )}
        </>
      )}
    </p>
  );
}
