import { Button, Textarea } from '@mantine/core';
import type { CombinedError } from '@urql/core';
import { type FormEvent, useState } from 'react';
import type { ArticleTask } from '../article/use-article';
import { readFailure } from '../graphql/failure';
import { Dialog } from '../shell/dialog';
import { useWords } from '../words/words';
import { MendTrouble } from './mend-trouble';
import type { Mend } from './use-mend';
import styles from './mending.module.css';

interface RejectDialogProps {
  readonly task: ArticleTask;
  readonly mend: Mend;
  readonly close: () => void;
}

/** It is no quote, or no claim: the rules learn from why. */
export function RejectDialog({ task, mend, close }: RejectDialogProps) {
  const say = useWords();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<CombinedError | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const trouble = await mend.reject(task, reason.trim());
    if (trouble) setError(trouble);
    else close();
  };
  return (
    <Dialog opened close={close} title={say(`mending.reject.${task.kind}`)}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <Textarea
          label={say('mending.reject.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={error ? readFailure(error).fields.reason : undefined}
          required
          withAsterisk={false}
          autosize
          minRows={2}
          data-autofocus
        />
        <MendTrouble error={error} />
        <div>
          <Button type="submit" disabled={!reason.trim()}>
            {say(`mending.reject.${task.kind}`)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
