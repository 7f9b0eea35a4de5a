import { Alert, Button, Radio, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { ProposeVerdictDocument, RatingScalesDocument, type TaskQuery } from '../generated/documents';
import { type Failure, readFailure } from '../graphql/failure';
import { usePreferences } from '../preferences/preferences';
import { useTell } from '../shell/use-tell';
import { Loading, Trouble } from '../states/states';
import { useWords } from '../words/words';
import { useDraft } from './use-draft';
import styles from './task.module.css';

type TaskInFull = NonNullable<TaskQuery['reviewTask']>;

/** The answer: a rating of the newsroom's scale and why. What is written is kept while one writes. */
export function VerdictForm({ task }: { readonly task: TaskInFull }) {
  const say = useWords();
  const tell = useTell();
  const { language } = usePreferences();
  const [{ data, error }] = useQuery({ query: RatingScalesDocument, variables: { kind: task.kind } });
  const before = task.verdictDraft ?? task.verdict;
  const { draft, state, write, done } = useDraft(task.id, {
    rating: before?.rating ?? '',
    rationale: before?.rationale ?? '',
  });
  const [, propose] = useMutation(ProposeVerdictDocument);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSending, setSending] = useState(false);
  const scale = data?.ratingScales[0];
  if (error) return <Trouble error={error} />;
  if (!scale) return <Loading />;
  const chosen = scale.ratings.find(({ code }) => code === draft.rating);
  const lacksEvidence = chosen?.needsEvidence && task.evidence.length === 0;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    const input = { taskId: task.id, ...draft, expectedVersion: task.version };
    const result = await propose({ input });
    setSending(false);
    if (result.error) return setFailure(readFailure(result.error));
    done();
    setFailure(null);
    tell.done(say('task.proposed'));
  };
  return (
    <form onSubmit={(event) => void submit(event)} className={styles.verdictForm}>
      <Radio.Group
        label={say('task.rating')}
        value={draft.rating}
        onChange={(rating) => write({ rating })}
        error={failure?.fields.rating}
      >
        <div className={styles.ratings}>
          {scale.ratings.map(({ code, labels }) => (
            <Radio key={code} value={code} label={labels[language]} className={styles.rating} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={say('task.rationale')}
        description={say('task.rationale.explained')}
        value={draft.rationale}
        onChange={(event) => write({ rationale: event.currentTarget.value })}
        error={failure?.fields.rationale}
        autosize
        minRows={4}
        required
        withAsterisk={false}
        id="rationale"
      />
      <Text size="sm" c="dimmed" role="status">
        {(draft.rationale || state !== 'saved') && say(`task.draft.${state}`)}
      </Text>
      {failure && (
        <Alert
          color={failure.code === 'CONFLICT' ? 'orange' : 'red'}
          title={say(`failure.${failure.code}`)}
          role="alert"
        >
          {failure.code === 'CONFLICT' ? say('task.conflict') : failure.message}
        </Alert>
      )}
      {lacksEvidence && <Text size="sm">{say('task.lacks-evidence')}</Text>}
      <Button type="submit" loading={isSending} disabled={!chosen || lacksEvidence} className={styles.propose}>
        {say('task.propose')}
      </Button>
    </form>
  );
}
