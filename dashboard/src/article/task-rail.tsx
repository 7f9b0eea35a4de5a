import { Badge, Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { KindBadge, StanceBadge, StatusBadge } from '../subject/badges';
import { SpeakerName } from '../subject/speaker-name';
import { useWords } from '../words/words';
import type { ArticleTask } from './use-article';
import styles from './article.module.css';

interface TaskRailProps {
  /** What may be done to the task that is chosen. */
  readonly tools: (task: ArticleTask) => ReactNode;
  readonly chosen: string | null;
  /** While several are being made one: which of them are ticked, and whether one can be. */
  readonly ticking: {
    readonly has: (task: ArticleTask) => boolean;
    readonly can: (task: ArticleTask) => boolean;
    readonly toggle: (task: ArticleTask) => void;
  } | null;
  readonly tasks: readonly ArticleTask[];
  readonly lit: string | null;
  readonly hover: (id: string | null) => void;
  readonly choose: (id: string) => void;
}

/** The article's tasks in text order. Each shows its place in the text, and is the way to its page. */
export function TaskRail({ tasks, lit, hover, choose, tools, chosen, ticking }: TaskRailProps) {
  const say = useWords();
  if (!tasks.length) return <p className={styles.none}>{say('article.rail.none')}</p>;
  return (
    <ol className={styles.tasks}>
      {tasks.map((task) => {
        const { id, kind, status, subject } = task;
        return (
          <li
            key={id}
            id={`rail-${subject.id}`}
            className={styles.task}
            data-lit={lit === subject.id || undefined}
            onMouseEnter={() => hover(subject.id)}
            onMouseLeave={() => hover(null)}
            onClick={() => choose(subject.id)}
            // With keys alone: what is pressed by a pointer must not move away before it is let go.
            onFocus={(event) => event.target.matches(':focus-visible') && choose(subject.id)}
          >
            <div className={styles.badges}>
              {ticking?.can(task) && (
                <Checkbox
                  size="xs"
                  checked={ticking.has(task)}
                  onChange={() => ticking.toggle(task)}
                  aria-label={say('mending.tick')}
                />
              )}
              <KindBadge kind={kind} />
              {subject.__typename === 'Claim' && subject.stance !== 'ASSERTED' && (
                <StanceBadge stance={subject.stance} />
              )}
              {subject.state === 'REJECTED' ? (
                <Badge variant="light" tt="none" fw={600} radius="sm" color="gray">
                  {say(`article.rejected.${kind}`)}
                </Badge>
              ) : (
                <StatusBadge status={status} />
              )}
            </div>
            <Link href={`/tasks/${id}`} dir="auto" className={styles.taskText}>
              {subject.__typename === 'Claim' ? subject.proposition : `«${subject.text}»`}
            </Link>
            <div className={styles.speaker}>
              <SpeakerName speaker={subject.speaker} />
            </div>
            {chosen === subject.id && !ticking && tools(task)}
          </li>
        );
      })}
    </ol>
  );
}
