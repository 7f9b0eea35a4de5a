import type { Place } from './spans';
import styles from './mending.module.css';

interface WordsOfProps {
  readonly text: string;
  readonly places: readonly Place[];
  readonly language: string;
}

const LONGEST = 600;

/** The words at some places of an article; of very many the first and the last. */
export function WordsOf({ text, places, language }: WordsOfProps) {
  const words = places.map(({ start, end }) => text.slice(start, end)).join(' … ');
  return (
    <blockquote dir="auto" lang={language} className={styles.words}>
      {words.length > LONGEST ? `${words.slice(0, LONGEST / 2)} […] ${words.slice(-LONGEST / 2)}` : words}
    </blockquote>
  );
}
