import { Alert, Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { RestoreArticleDocument, RetryArticleDocument, WithdrawArticleDocument } from '../generated/documents';
import { type Failure, readFailure } from '../graphql/failure';
import { useViewer } from '../session/session';
import { Dialog } from '../shell/dialog';
import { useTell } from '../shell/use-tell';
import { useTellUndo } from '../shell/use-tell-undo';
import { useFormats } from '../words/formats';
import { useWords } from '../words/words';
import type { Article } from './use-article';
import styles from './article.module.css';

/** What went wrong with an article or was done to it, and what an editor may do about it. */
export function ArticleActions({ article }: { readonly article: Article }) {
  const say = useWords();
  const tell = useTell();
  const { time } = useFormats();
  const { role } = useViewer();
  const isEditor = role === 'EDITOR' || role === 'ADMIN';
  const [withdrawing, setWithdrawing] = useState(false);
  const [retrying, retry] = useMutation(RetryArticleDocument);
  const [restoring, restore] = useMutation(RestoreArticleDocument);
  const run = async (work: Promise<{ error?: Parameters<typeof tell.trouble>[0] }>, done: string) => {
    const { error } = await work;
    if (error) tell.trouble(error);
    else tell.done(done);
  };
  const { id, status, failure, withdrawal } = article;
  if (status === 'FAILED')
    return (
      <Alert color="red" role="alert" title={say('article.failed')} mt="sm">
        <p dir="auto" lang="en" className={styles.reason}>
          {failure}
        </p>
        {isEditor ? (
          <Button
            size="xs"
            variant="default"
            loading={retrying.fetching}
            onClick={() => void run(retry({ id }), say('article.retried'))}
          >
            {say('article.retry')}
          </Button>
        ) : (
          say('article.retry.why')
        )}
      </Alert>
    );
  if (status === 'WITHDRAWN')
    return (
      <Alert color="gray" title={say('article.withdrawn')} mt="sm">
        {withdrawal && (
          <p className={styles.reason}>
            <bdi>{withdrawal.by.name}</bdi> · {time(withdrawal.at)} · <q dir="auto">{withdrawal.reason}</q>
          </p>
        )}
        {isEditor && (
          <Button
            size="xs"
            variant="default"
            loading={restoring.fetching}
            onClick={() => void run(restore({ id }), say('article.restored'))}
          >
            {say('article.restore')}
          </Button>
        )}
      </Alert>
    );
  if (!isEditor) return null;
  return (
    <div className={`${styles.actions} no-print`}>
      <Button size="compact-sm" variant="default" onClick={() => setWithdrawing(true)}>
        {say('article.withdraw')}
      </Button>
      {withdrawing && <WithdrawDialog id={id} close={() => setWithdrawing(false)} />}
    </div>
  );
}

function WithdrawDialog({ id, close }: { readonly id: string; readonly close: () => void }) {
  const say = useWords();
  const tell = useTell();
  const tellUndo = useTellUndo();
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [{ fetching }, withdraw] = useMutation(WithdrawArticleDocument);
  const [, restore] = useMutation(RestoreArticleDocument);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { error } = await withdraw({ id, reason: reason.trim() });
    if (error) return setFailure(readFailure(error));
    close();
    tellUndo(say('article.withdrawn'), () => {
      void restore({ id }).then((undone) => {
        if (undone.error) tell.trouble(undone.error);
        else tell.done(say('article.restored'));
      });
    });
  };
  return (
    <Dialog opened close={close} title={say('article.withdraw')}>
      <form onSubmit={(event) => void submit(event)}>
        <Textarea
          label={say('article.withdraw.reason')}
          description={say('article.withdraw.explained')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={failure && (failure.fields.reason ?? say(`failure.${failure.code}`))}
          required
          withAsterisk={false}
          autosize
          minRows={2}
          data-autofocus
        />
        <Button type="submit" mt="md" loading={fetching} disabled={!reason.trim()}>
          {say('article.withdraw')}
        </Button>
      </form>
    </Dialog>
  );
}
