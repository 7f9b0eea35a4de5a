import type { TaskRow } from './use-task-pages';
import { KindBadge, StanceBadge, StatusBadge } from '../subject/badges';
import { SpeakerName } from '../subject/speaker-name';
import { useFormats } from '../words/formats';
import { useWords } from '../words/words';
import styles from './inbox.module.css';

/** One task as one line of the grid; on a narrow page its cells stand below each other. */
export function TaskLine({ task }: { readonly task: TaskRow }) {
  const say = useWords();
  const { number, since } = useFormats();
  const { subject, article } = task;
  const isClaim = subject.__typename === 'Claim';
  return (
    <>
      <div role="gridcell" className={styles.priority}>
        <span className="number">{number(task.priority)}</span>
      </div>
      <div role="gridcell" className={styles.marks}>
        <KindBadge kind={task.kind} />
        {isClaim && subject.stance !== 'ASSERTED' && <StanceBadge stance={subject.stance} />}
      </div>
      <div role="gridcell" className={styles.what}>
        <div dir="auto" lang={article.language} className={`${styles.text} own-direction`}>
          {isClaim ? subject.proposition : subject.text}
        </div>
        <div className={styles.about}>
          <span dir="auto" className={`${styles.speaker} own-direction`}>
            <SpeakerName speaker={subject.speaker} />
          </span>
          <span aria-hidden>·</span>
          {/* A box of its own direction: an ellipsis would otherwise cut a Latin title from its head. */}
          <span dir="auto" lang={article.language} className={`${styles.title} own-direction`}>
            {article.title ?? say('article.untitled')}
          </span>
        </div>
      </div>
      <div role="gridcell" className={styles.status}>
        <StatusBadge status={task.status} />
      </div>
      <div role="gridcell" className={styles.who}>
        {task.assignee ? <bdi>{task.assignee.name}</bdi> : <span className={styles.nobody}>{say('inbox.nobody')}</span>}
      </div>
      <div role="gridcell" className={styles.when}>
        {since(task.updatedAt)}
      </div>
    </>
  );
}
