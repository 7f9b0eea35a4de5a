import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { RewordThisDocument } from '../generated/documents';
import { type Failure, readFailure } from '../graphql/failure';
import { useTell } from '../shell/use-tell';
import { useWords } from '../words/words';
import type { TaskInFull } from './use-task';
import styles from './task-notes.module.css';

/** Where the sentence that is rated comes from, and a way to word it better. Nothing to say of a quote. */
export function Proposition({ task }: { readonly task: TaskInFull }) {
  const say = useWords();
  const [isWording, setWording] = useState(false);
  if (task.subject.__typename !== 'Claim') return null;
  const { propositionOrigin: origin } = task.subject;
  const mayReword = task.allowedActions.includes('REWORD');
  if (isWording) return <RewordForm task={task} begin={task.subject.proposition} done={() => setWording(false)} />;
  return (
    <p className={styles.note}>
      {origin !== 'RULES' && say(`proposition.${origin}`)}{' '}
      {mayReword && (
        <Button size="compact-xs" variant="subtle" className="no-print" onClick={() => setWording(true)}>
          {say('proposition.reword')}
        </Button>
      )}
    </p>
  );
}

interface RewordFormProps {
  readonly task: TaskInFull;
  readonly begin: string;
  readonly done: () => void;
}

function RewordForm({ task, begin, done }: RewordFormProps) {
  const say = useWords();
  const tell = useTell();
  const [proposition, setProposition] = useState(begin);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [{ fetching }, reword] = useMutation(RewordThisDocument);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { taskId: task.id, expectedVersion: task.version, proposition: proposition.trim() };
    const { error } = await reword({ input });
    if (error) return setFailure(readFailure(error));
    tell.done(say('proposition.reworded'));
    done();
  };
  return (
    <form className={styles.reword} onSubmit={(event) => void submit(event)}>
      <Textarea
        label={say('proposition.label')}
        description={say('proposition.explained')}
        value={proposition}
        onChange={(event) => setProposition(event.currentTarget.value)}
        error={failure && (failure.fields.proposition ?? say(`failure.${failure.code}`))}
        lang={task.article.language}
        autosize
        autoFocus
      />
      <div className={styles.buttons}>
        <Button
          type="submit"
          size="xs"
          loading={fetching}
          disabled={!proposition.trim() || proposition.trim() === begin}
        >
          {say('proposition.save')}
        </Button>
        <Button size="xs" variant="subtle" onClick={done}>
          {say('shell.cancel')}
        </Button>
      </div>
    </form>
  );
}
