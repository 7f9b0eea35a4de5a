import { Badge } from '@mantine/core';
import type { VerdictInFullFragment } from '../generated/documents';
import { usePreferences } from '../preferences/preferences';
import { useFormats } from '../words/formats';
import { useWords } from '../words/words';
import styles from './task.module.css';

/** A verdict as it stands, with who proposed it and who approved it. */
export function VerdictCard({ verdict }: { readonly verdict: VerdictInFullFragment }) {
  const say = useWords();
  const { time } = useFormats();
  const { language } = usePreferences();
  return (
    <div className={styles.verdict}>
      <div className={styles.pieceHead}>
        <strong>{verdict.labels[language]}</strong>
        <Badge variant="light" tt="none" radius="sm" color={verdict.status === 'APPROVED' ? 'isnad' : 'gray'}>
          {say(`verdict.${verdict.status}`)}
        </Badge>
      </div>
      <p dir="auto" lang={verdict.language} className={styles.rationale}>
        {verdict.rationale}
      </p>
      <p className={styles.pieceFoot}>
        <span>
          {say('verdict.proposed-by')} <bdi>{verdict.proposer.name}</bdi> · {time(verdict.proposedAt)}
        </span>
        {verdict.approver && verdict.approvedAt && (
          <span>
            {say('verdict.approved-by')} <bdi>{verdict.approver.name}</bdi> · {time(verdict.approvedAt)}
          </span>
        )}
      </p>
    </div>
  );
}
