import { Button, Text, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type FormEvent, useMemo, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { PageFrame } from '../fact-check/page-frame';
import { PublicationPreviewDocument, PublishFactCheckDocument } from '../generated/documents';
import { type Failure, readFailure } from '../graphql/failure';
import { Dialog } from '../shell/dialog';
import { useTell } from '../shell/use-tell';
import { Loading, Trouble } from '../states/states';
import { useWords } from '../words/words';
import type { TaskInFull } from './use-task';
import styles from './publish-dialog.module.css';

const LOOK_AFTER_MS = 500;
const NOTHING = { title: '', claimReviewed: '', summary: '' };

/** The last look before the public page, which stands beside it as it will be: what is left empty is taken from the task. */
export function PublishDialog({ task, close }: { readonly task: TaskInFull; readonly close: () => void }) {
  const say = useWords();
  const tell = useTell();
  const [written, setWritten] = useState(NOTHING);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [{ fetching }, publish] = useMutation(PublishFactCheckDocument);
  const texts = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(written).flatMap(([field, text]) => (text.trim() ? [[field, text.trim()]] : [])),
      ),
    [written],
  );
  const [looked] = useDebouncedValue(texts, LOOK_AFTER_MS);
  const [{ data, error: unseen }, again] = useQuery({
    query: PublicationPreviewDocument,
    variables: { taskId: task.id, input: looked },
    requestPolicy: 'network-only',
  });
  const preview = data?.publicationPreview;
  const faultOf = (field: string) =>
    failure?.fields[field] ?? preview?.faults.find((fault) => fault.field === field)?.message;
  const others = preview?.faults.filter(({ field }) => !(field in NOTHING)) ?? [];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { error } = await publish({ taskId: task.id, input: { ...texts, expectedVersion: task.version } });
    if (error) return setFailure(readFailure(error));
    tell.done(say('task.published'));
    close();
  };
  const write = (part: Partial<typeof NOTHING>) => setWritten((before) => ({ ...before, ...part }));
  return (
    <Dialog opened close={close} title={say('task.publish')} size="80rem">
      <div className={styles.publishing}>
        <form onSubmit={(event) => void submit(event)}>
          <Text>{say('task.publish.explained')}</Text>
          <TextInput
            mt="md"
            label={say('task.publish.title')}
            value={written.title}
            error={faultOf('title')}
            onChange={(event) => write({ title: event.currentTarget.value })}
            data-autofocus
          />
          <Textarea
            mt="sm"
            label={say('correction.claimReviewed')}
            value={written.claimReviewed}
            error={faultOf('claimReviewed')}
            onChange={(event) => write({ claimReviewed: event.currentTarget.value })}
            autosize
            minRows={2}
          />
          <Textarea
            mt="sm"
            label={say('task.publish.summary')}
            value={written.summary}
            error={faultOf('summary')}
            onChange={(event) => write({ summary: event.currentTarget.value })}
            autosize
            minRows={2}
          />
          {others.map(({ field, message }) => (
            <Text key={field} c="red" size="sm" mt="sm" dir="auto">
              {message}
            </Text>
          ))}
          {failure && (
            <Text c="red" size="sm" role="alert" mt="sm">
              {say(`failure.${failure.code}`)}
            </Text>
          )}
          <Button type="submit" mt="md" loading={fetching}>
            {say('task.publish.do')}
          </Button>
        </form>
        <section aria-label={say('task.publish.preview')}>
          <Text size="sm" c="dimmed" mb="xs">
            {say('task.publish.preview')}
          </Text>
          {preview ? (
            <PageFrame html={preview.html} />
          ) : unseen ? (
            <Trouble error={unseen} again={again} />
          ) : (
            <Loading />
          )}
        </section>
      </div>
    </Dialog>
  );
}
