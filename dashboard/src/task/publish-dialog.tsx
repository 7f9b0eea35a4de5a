import { Button, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { PublishFactCheckDocument } from '../generated/documents';
import { type Failure, readFailure } from '../graphql/failure';
import { Dialog } from '../shell/dialog';
import { useTell } from '../shell/use-tell';
import { useWords } from '../words/words';
import type { TaskInFull } from './use-task';

/** The last look before the public page: what is left empty is taken from the task. */
export function PublishDialog({ task, close }: { readonly task: TaskInFull; readonly close: () => void }) {
  const say = useWords();
  const tell = useTell();
  const [written, setWritten] = useState({ title: '', summary: '' });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [{ fetching }, publish] = useMutation(PublishFactCheckDocument);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = {
      title: written.title.trim() || undefined,
      summary: written.summary.trim() || undefined,
      expectedVersion: task.version,
    };
    const { error } = await publish({ taskId: task.id, input });
    if (error) return setFailure(readFailure(error));
    tell.done(say('task.published'));
    close();
  };
  return (
    <Dialog opened close={close} title={say('task.publish')} size="lg">
      <form onSubmit={(event) => void submit(event)}>
        <Text>{say('task.publish.explained')}</Text>
        <TextInput
          mt="md"
          label={say('task.publish.title')}
          value={written.title}
          error={failure?.fields.title}
          onChange={(event) => setWritten({ ...written, title: event.currentTarget.value })}
          data-autofocus
        />
        <Textarea
          mt="sm"
          label={say('task.publish.summary')}
          value={written.summary}
          error={failure?.fields.summary}
          onChange={(event) => setWritten({ ...written, summary: event.currentTarget.value })}
          autosize
          minRows={2}
        />
        {failure && (
          <Text c="red" size="sm" role="alert" mt="sm">
            {say(`failure.${failure.code}`)}
          </Text>
        )}
        <Button type="submit" mt="md" loading={fetching}>
          {say('task.publish.do')}
        </Button>
      </form>
    </Dialog>
  );
}
