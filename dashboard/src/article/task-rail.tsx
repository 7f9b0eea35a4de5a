import { Link } from 'wouter';
import { KindBadge, StanceBadge, StatusBadge } from '../subject/badges';
import { SpeakerName } from '../subject/speaker-name';
import { useWords } from '../words/words';
import type { ArticleTask } from './use-article';
import styles from './article.module.css';

interface TaskRailProps {
  readonly tasks: readonly ArticleTask[];
  readonly lit: string | null;
  readonly hover: (id: string | null) => void;
  readonly choose: (id: string) => void;
}

/** The article's tasks in text order. Each shows its place in the text, and is the way to its page. */
export function TaskRail({ tasks, lit, hover, choose }: TaskRailProps) {
  const say = useWords();
  if (!tasks.length) return <p className={styles.none}>{say('article.rail.none')}</p>;
  return (
    <ol className={styles.tasks}>
      {tasks.map(({ id, kind, status, subject }) => (
        <li
          key={id}
          id={`rail-${subject.id}`}
          className={styles.task}
          data-lit={lit === subject.id || undefined}
          onMouseEnter={() => hover(subject.id)}
          onMouseLeave={() => hover(null)}
          onClick={() => choose(subject.id)}
          onFocus={() => choose(subject.id)}
        >
          <div className={styles.badges}>
            <KindBadge kind={kind} />
            {subject.__typename === 'Claim' && subject.stance !== 'ASSERTED' && <StanceBadge stance={subject.stance} />}
            <StatusBadge status={status} />
          </div>
          <Link href={`/tasks/${id}`} dir="auto" className={styles.taskText}>
            {subject.__typename === 'Claim' ? subject.proposition : `«${subject.text}»`}
          </Link>
          <div className={styles.speaker}>
            <SpeakerName speaker={subject.speaker} />
          </div>
        </li>
      ))}
    </ol>
  );
}
