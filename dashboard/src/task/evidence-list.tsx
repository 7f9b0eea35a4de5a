import { Badge, Button } from '@mantine/core';
import { useMutation } from 'urql';
import { type EvidencePieceFragment, type EvidenceStance, RemoveEvidenceDocument } from '../generated/documents';
import { useTell } from '../shell/use-tell';
import { useFormats } from '../words/formats';
import { useWords } from '../words/words';
import styles from './task.module.css';

const COLOURS: Record<EvidenceStance, string> = { SUPPORTS: 'isnad', REFUTES: 'red', CONTEXT: 'gray' };

interface EvidenceListProps {
  readonly evidence: readonly EvidencePieceFragment[];
  readonly mayRemove?: boolean;
  /** Marks what is newer: the hour of the proposal before. */
  readonly since?: string | null;
}

export function EvidenceList({ evidence, mayRemove = false, since = null }: EvidenceListProps) {
  const say = useWords();
  if (!evidence.length) return <p className={styles.none}>{say('evidence.none')}</p>;
  return (
    <ol className={styles.evidence}>
      {evidence.map((piece) => (
        <Piece key={piece.id} piece={piece} mayRemove={mayRemove} isNew={since !== null && piece.updatedAt > since} />
      ))}
    </ol>
  );
}

interface PieceProps {
  readonly piece: EvidencePieceFragment;
  readonly mayRemove: boolean;
  readonly isNew: boolean;
}

function Piece({ piece, mayRemove, isNew }: PieceProps) {
  const say = useWords();
  const tell = useTell();
  const { time } = useFormats();
  const [{ fetching }, remove] = useMutation(RemoveEvidenceDocument);
  const removeIt = async () => {
    const { error } = await remove({ id: piece.id });
    if (error) tell.trouble(error);
  };
  return (
    <li className={styles.piece}>
      <div className={styles.pieceHead}>
        <Badge variant="light" tt="none" radius="sm" color={COLOURS[piece.stance]}>
          {say(`evidence.stance.${piece.stance}`)}
        </Badge>
        {isNew && (
          <Badge variant="outline" tt="none" radius="sm" color="gray">
            {say('evidence.new')}
          </Badge>
        )}
        {piece.url && (
          <a href={piece.url} target="_blank" rel="noreferrer" dir="ltr" className={styles.source}>
            {hostOf(piece.url)}
          </a>
        )}
      </div>
      {piece.quotation && <blockquote dir="auto">{piece.quotation}</blockquote>}
      {piece.note && <p dir="auto">{piece.note}</p>}
      <div className={styles.pieceFoot}>
        <span>
          <bdi>{piece.author.name}</bdi> · {time(piece.createdAt)}
        </span>
        {mayRemove && (
          <Button size="compact-xs" variant="subtle" color="gray" loading={fetching} onClick={() => void removeIt()}>
            {say('evidence.remove')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** An address is long; where it leads is what one looks for. */
function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}
