import type { EvidencePieceFragment } from '../generated/documents';
import { useViewer } from '../session/session';
import { useWords } from '../words/words';
import { EvidencePiece } from './evidence-piece';
import styles from './task.module.css';

interface EvidenceListProps {
  readonly taskId: string;
  readonly evidence: readonly EvidencePieceFragment[];
  /** As the task allows it; of others' pieces it is an editor's. */
  readonly mayChange?: boolean;
  readonly mayRemove?: boolean;
  /** Marks what is newer: the hour of the proposal before. */
  readonly since?: string | null;
}

export function EvidenceList(props: EvidenceListProps) {
  const { taskId, evidence, mayChange = false, mayRemove = false, since = null } = props;
  const say = useWords();
  const { member, role } = useViewer();
  if (!evidence.length) return <p className={styles.none}>{say('evidence.none')}</p>;
  const isEditor = role === 'EDITOR' || role === 'ADMIN';
  return (
    <ol className={styles.evidence}>
      {evidence.map((piece) => {
        const isTheirs = isEditor || piece.author.id === member?.id;
        return (
          <EvidencePiece
            key={piece.id}
            taskId={taskId}
            piece={piece}
            mayChange={mayChange && isTheirs}
            mayRemove={mayRemove && isTheirs}
            isNew={since !== null && piece.updatedAt > since}
          />
        );
      })}
    </ol>
  );
}
