import { diffArrays } from 'diff';
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
  const parts = diffArrays(wordsOf(before), wordsOf(now));
  return (
    <>
      {comment && (
        <p>
          {say('review.asked')} <q dir="auto">{comment}</q>
        </p>
      )}
      {before.rating === now.rating ? (
        <p>{say('review.same-rating')}</p>
      ) : (
        <p>
          {say('review.rating-was')} <del>{before.labels[language]}</del> <ins>{now.labels[language]}</ins>
        </p>
      )}
      <p dir="auto" lang={now.language} className={styles.diff}>
        {parts.map(({ added, removed, value: words }, index) =>
          added ? (
            <ins key={index}>{words.join('')}</ins>
          ) : removed ? (
            <del key={index}>{words.join('')}</del>
          ) : (
            <span key={index}>{words.join('')}</span>
          ),
        )}
      </p>
    </>
  );
}

/** Words, spaces and signs as the rationale's language cuts them; joined, they are the rationale. */
const wordsOf = ({ rationale, language }: VerdictInFullFragment): string[] =>
  [...new Intl.Segmenter(language, { granularity: 'word' }).segment(rationale)].map(({ segment }) => segment);
