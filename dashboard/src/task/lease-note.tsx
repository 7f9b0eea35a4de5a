import { useEffect, useState } from 'react';
import { useViewer } from '../session/session';
import { useFormats } from '../words/formats';
import { useWords } from '../words/words';
import type { TaskInFull } from './use-task';
import styles from './task.module.css';

const TICK_MS = 20_000;

/** Who holds the task, and how long still: at its end it is free again, and nothing written is lost. */
export function LeaseNote({ task: { assignee, lease } }: { readonly task: TaskInFull }) {
  const say = useWords();
  const { minutes } = useFormats();
  const viewer = useViewer();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  if (!assignee || !lease) return null;
  const left = Math.round((new Date(lease.expiresAt).getTime() - now) / 60_000);
  if (left < 0) return null;
  const isMine = assignee.id === viewer.member?.id;
  return (
    <span className={styles.lease}>
      {isMine ? (
        say('task.lease.mine', { left: minutes(left) })
      ) : (
        <>
          {say('task.lease.other')} <bdi>{assignee.name}</bdi>
        </>
      )}
    </span>
  );
}
