import { useEffect, useState } from 'react';
import { useConnection } from '../graphql/connection';
import { useWords } from '../words/words';
import styles from './desk.module.css';

/** A network may be gone this long before anybody is told: short breaks mend themselves. */
const PATIENCE_MS = 2_000;

/** Says when changes of others no longer reach this page. What one writes stays; the page comes back by itself. */
export function ConnectionNotice() {
  const say = useWords();
  const isLost = useConnection() === 'lost';
  const [said, setSaid] = useState(false);
  useEffect(() => {
    if (!isLost) return;
    const timer = setTimeout(() => setSaid(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setSaid(false);
    };
  }, [isLost]);
  return (
    <div role="status" className="no-print">
      {said && <div className={styles.notice}>{say('shell.offline')}</div>}
    </div>
  );
}
