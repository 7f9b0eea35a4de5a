import { diffWordsWithSpace } from 'diff';
import type { VerdictInFullFragment } from '../generated/documents';
import { usePreferences } from '../preferences/preferences';
import { useWords } from '../words/words';
import styles from './review.module.css';

interface WhatChangedProps {
  readonly before: VerdictInFullFragment;
  readonly now: VerdictInFullFragment;
  /** What the reviewer asked for then. */
  readonly comment: string | null;
}

/** What is different from the proposal before: the rating, and the rationale word by word. */
export function WhatChanged({ before, now, comment }: WhatChangedProps) {
  const say = useWords();
  const { language } = usePreferences();
  const parts = diffWordsWithSpace(before.rationale, now.rationale, {
    intlSegmenter: new Intl.Segmenter(now.language, { granularity: 'word' }),
  });
  return (
    <>
      {comment && (
        <p>
          {say('review.asked')}{' '}
          <q dir="auto" className="own-direction">
            {comment}
          </q>
        </p>
      )}
      {before.rating === now.rating ? (
        <p>{say('review.same-rating')}</p>
      ) : (
        <p>
          {say('review.rating-was')} <del>{before.labels[language]}</del> <ins>{now.labels[language]}</ins>
        </p>
      )}
      <p dir="auto" lang={now.language} className={`${styles.diff} own-direction`}>
        {parts.map(({ added, removed, value }, index) =>
          added ? (
            <ins key={index}>{value}</ins>
          ) : removed ? (
            <del key={index}>{value}</del>
          ) : (
            <span key={index}>{value}</span>
          ),
        )}
      </p>
    </>
  );
}
