import { Button } from '@mantine/core';
import { useMutation } from 'urql';
import { type EvidencePieceFragment, RetrySnapshotDocument } from '../generated/documents';
import { credentials } from '../session/credentials';
import { useViewer } from '../session/session';
import { useTell } from '../shell/use-tell';
import { useFormats } from '../words/formats';
import { useWords } from '../words/words';
import styles from './task.module.css';

interface SnapshotNoteProps {
  readonly evidenceId: string;
  readonly snapshot: NonNullable<EvidencePieceFragment['snapshot']>;
}

/** Whether what the source said is kept, should it change or go away. A copy that failed is never in the way. */
export function SnapshotNote({ evidenceId, snapshot }: SnapshotNoteProps) {
  const say = useWords();
  const tell = useTell();
  const { time } = useFormats();
  const { role } = useViewer();
  const [{ fetching }, retry] = useMutation(RetrySnapshotDocument);
  const mayRetry = role !== 'VIEWER' && role !== 'INTEGRATION';
  const retryIt = async () => {
    const { error } = await retry({ id: evidenceId });
    if (error) tell.trouble(error);
  };
  const { status, failure, takenAt, downloadUrl } = snapshot;
  return (
    <p className={styles.snapshot}>
      {say(`evidence.snapshot.${status}`)}
      {status === 'STORED' && takenAt && <> · {time(takenAt)}</>}
      {status === 'FAILED' && failure && (
        <>
          {': '}
          <span dir="ltr" lang="en">
            {failure}
          </span>
        </>
      )}{' '}
      {status === 'STORED' && downloadUrl && (
        <Button
          size="compact-xs"
          variant="subtle"
          className="no-print"
          onClick={() => void download(downloadUrl).catch(() => tell.news(say('evidence.snapshot.away')))}
        >
          {say('evidence.snapshot.download')}
        </Button>
      )}
      {status === 'FAILED' && mayRetry && (
        <Button
          size="compact-xs"
          variant="subtle"
          className="no-print"
          loading={fetching}
          onClick={() => void retryIt()}
        >
          {say('evidence.snapshot.retry')}
        </Button>
      )}
    </p>
  );
}

/** Saves the archived bytes. A link could not bring the key of who signed in with one. */
async function download(url: string): Promise<void> {
  // By its path: the service may know itself under another name than this page does.
  const path = new URL(url, location.origin).pathname;
  const answer = await fetch(path, { headers: credentials.headers(), credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const saved = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = saved;
  link.download = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'snapshot';
  link.click();
  URL.revokeObjectURL(saved);
}
