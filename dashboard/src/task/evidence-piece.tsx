import { Badge, Button } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { type EvidencePieceFragment, type EvidenceStance, RemoveEvidenceDocument } from '../generated/documents';
import { useTell } from '../shell/use-tell';
import { useFormats } from '../words/formats';
import { useKnownWord, useWords } from '../words/words';
import { EvidenceForm } from './evidence-form';
import { SnapshotNote } from './snapshot-note';
import styles from './task.module.css';

const COLOURS: Record<EvidenceStance, string> = { SUPPORTS: 'isnad', REFUTES: 'red', CONTEXT: 'gray' };
const PLAIN = { tt: 'none', radius: 'sm' } as const;

interface EvidencePieceProps {
  readonly taskId: string;
  readonly piece: EvidencePieceFragment;
  readonly mayChange: boolean;
  readonly mayRemove: boolean;
  readonly isNew: boolean;
}

/** A source, with what is kept of it; changed in its place. */
export function EvidencePiece({ taskId, piece, mayChange, mayRemove, isNew }: EvidencePieceProps) {
  const say = useWords();
  const known = useKnownWord();
  const tell = useTell();
  const { time } = useFormats();
  const [isChanging, setChanging] = useState(false);
  const [{ fetching }, remove] = useMutation(RemoveEvidenceDocument);
  const removeIt = async () => {
    const { error } = await remove({ id: piece.id });
    if (error) tell.trouble(error);
  };
  if (isChanging)
    return (
      <li className={styles.piece}>
        <EvidenceForm taskId={taskId} piece={piece} done={() => setChanging(false)} />
      </li>
    );
  return (
    <li className={styles.piece}>
      <div className={styles.pieceHead}>
        <Badge {...PLAIN} variant="light" color={COLOURS[piece.stance]}>
          {say(`evidence.stance.${piece.stance}`)}
        </Badge>
        {piece.kind && (
          <Badge {...PLAIN} variant="outline" color="gray">
            {say(`evidence.kind.${piece.kind}`)}
          </Badge>
        )}
        {piece.language && (
          <span className={styles.snapshot}>{known(`language.${piece.language}`) ?? <bdi>{piece.language}</bdi>}</span>
        )}
        {isNew && (
          <Badge {...PLAIN} variant="outline" color="gray">
            {say('evidence.new')}
          </Badge>
        )}
        {piece.url && (
          <a href={piece.url} target="_blank" rel="noreferrer" dir="ltr" className={styles.source}>
            {hostOf(piece.url)}
          </a>
        )}
      </div>
      {piece.protected && (
        <p>
          <strong>{say('evidence.protected')}</strong>
          {piece.protectionReason && (
            <>
              : <bdi>{piece.protectionReason}</bdi>
            </>
          )}
        </p>
      )}
      {piece.quotation && (
        <blockquote dir="auto" lang={piece.language ?? undefined}>
          {piece.quotation}
        </blockquote>
      )}
      {piece.note && <p dir="auto">{piece.note}</p>}
      {piece.snapshot && <SnapshotNote evidenceId={piece.id} snapshot={piece.snapshot} />}
      <div className={styles.pieceFoot}>
        <span>
          <bdi>{piece.author.name}</bdi> · {time(piece.createdAt)}
        </span>
        <span className="no-print">
          {mayChange && (
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setChanging(true)}>
              {say('evidence.change')}
            </Button>
          )}
          {mayRemove && (
            <Button size="compact-xs" variant="subtle" color="gray" loading={fetching} onClick={() => void removeIt()}>
              {say('evidence.remove')}
            </Button>
          )}
        </span>
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
