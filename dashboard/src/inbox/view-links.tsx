import { Link } from 'wouter';
import { useFormats } from '../words/formats';
import { useWords } from '../words/words';
import type { Counts } from './use-counts';
import { type InboxQuery, VIEWS, writeInboxQuery } from './views';
import styles from './inbox.module.css';

/** The views, each with its count; each is an address, so that it can be kept and passed on. */
export function ViewLinks({ query, counts }: { readonly query: InboxQuery; readonly counts: Counts | null }) {
  const say = useWords();
  const { number } = useFormats();
  return (
    <nav className={styles.views} aria-label={say('inbox.views')}>
      {VIEWS.map((view) => (
        <Link
          key={view}
          href={`/inbox?${writeInboxQuery({ ...query, view })}`}
          className={styles.view}
          aria-current={view === query.view ? 'page' : undefined}
        >
          {say(`inbox.view.${view}`)}
          {counts && <span className={`${styles.viewCount} number`}>{number(counts[view])}</span>}
        </Link>
      ))}
    </nav>
  );
}
