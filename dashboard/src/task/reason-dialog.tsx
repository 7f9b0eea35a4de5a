import { Button, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { DismissThisDocument, EscalateTaskDocument, ReopenThisDocument } from '../generated/documents';
import { type Failure, readFailure } from '../graphql/failure';
import { Dialog } from '../shell/dialog';
import { useWords } from '../words/words';
import type { TaskInFull } from './use-task';

interface ReasonDialogProps {
  readonly action: 'DISMISS' | 'REOPEN' | 'ESCALATE';
  readonly task: TaskInFull;
  readonly close: () => void;
}

/** Asks why before a task is dismissed, opened again, or handed to an editor. */
export function ReasonDialog({ action, task, close }: ReasonDialogProps) {
  const say = useWords();
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [, dismiss] = useMutation(DismissThisDocument);
  const [, reopen] = useMutation(ReopenThisDocument);
  const [, escalate] = useMutation(EscalateTaskDocument);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { taskId: task.id, reason: reason.trim(), expectedVersion: task.version };
    const { error } = await { DISMISS: dismiss, REOPEN: reopen, ESCALATE: escalate }[action]({ input });
    if (error) setFailure(readFailure(error));
    else close();
  };
  const word = { DISMISS: say('task.dismiss'), REOPEN: say('task.reopen'), ESCALATE: say('escalation.do') }[action];
  return (
    <Dialog opened close={close} title={word}>
      <form onSubmit={(event) => void submit(event)}>
        <Textarea
          label={action === 'DISMISS' ? say('inbox.dismiss.reason') : say('task.reason')}
          description={action === 'ESCALATE' ? say('escalation.explained') : say('inbox.dismiss.reason.explained')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={failure?.fields.reason}
          required
          withAsterisk={false}
          autosize
          minRows={2}
          data-autofocus
        />
        {failure && !failure.fields.reason && (
          <Text c="red" size="sm" role="alert">
            {say(`failure.${failure.code}`)}
          </Text>
        )}
        <Button type="submit" mt="md" disabled={!reason.trim()}>
          {word}
        </Button>
      </form>
    </Dialog>
  );
}
