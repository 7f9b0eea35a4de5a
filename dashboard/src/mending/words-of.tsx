import type { Place } from './spans';
import styles from './mending.module.css';

interface WordsOfProps {
  readonly text: string;
  readonly places: readonly Place[];
  readonly language: string;
}

/** The words at some places of an article. */
export function WordsOf({ text, places, language }: WordsOfProps) {
  return (
    <blockquote dir="auto" lang={language} className={styles.words}>
      {places.map(({ start, end }) => text.slice(start, end)).join(' … ')}
    </blockquote>
  );
}
