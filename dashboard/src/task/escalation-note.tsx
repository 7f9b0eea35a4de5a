import { Alert, Button } from '@mantine/core';
import { useMutation } from 'urql';
import { WithdrawEscalationDocument } from '../generated/documents';
import { useViewer } from '../session/session';
import { useTell } from '../shell/use-tell';
import { useFormats } from '../words/formats';
import { useWords } from '../words/words';
import type { TaskInFull } from './use-task';

/** A disagreement that waits for an editor: who handed it over and why, and whose it is to decide. */
export function EscalationNote({ task }: { readonly task: TaskInFull }) {
  const say = useWords();
  const tell = useTell();
  const { time } = useFormats();
  const { role } = useViewer();
  const [{ fetching }, withdraw] = useMutation(WithdrawEscalationDocument);
  const { escalation } = task;
  if (!escalation) return null;
  const withdrawIt = async () => {
    const { error } = await withdraw({ taskId: task.id, expectedVersion: task.version });
    if (error) tell.trouble(error);
  };
  const isEditor = role === 'EDITOR' || role === 'ADMIN';
  return (
    <Alert color="orange" title={say('escalation.stands')} mt="sm">
      <p>
        <bdi>{escalation.by.name}</bdi> · {time(escalation.at)}
        {escalation.reason && (
          <>
            : <q dir="auto">{escalation.reason}</q>
          </>
        )}
      </p>
      <p>{isEditor ? say('escalation.yours') : say('escalation.editors')}</p>
      {task.allowedActions.includes('WITHDRAW_ESCALATION') && (
        <Button size="xs" variant="default" className="no-print" loading={fetching} onClick={() => void withdrawIt()}>
          {say('escalation.withdraw')}
        </Button>
      )}
    </Alert>
  );
}
