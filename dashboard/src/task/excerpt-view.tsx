import type { TaskQuery } from '../generated/documents';
import { excerptOf } from './excerpt';
import styles from './task.module.css';

type TaskInFull = NonNullable<TaskQuery['reviewTask']>;

/** The quote or claim where it stands in the article. */
export function ExcerptView({ task: { article, subject } }: { readonly task: TaskInFull }) {
  const cue = subject.__typename === 'Quote' ? subject.cue : null;
  return (
    <blockquote dir="auto" lang={article.language} className={styles.excerpt}>
      {excerptOf(article.text, subject.spans, cue ?? null).map(({ text, marked, cue: isCue }, index) =>
        marked ? (
          <mark key={index} className={styles.mark}>
            {text}
          </mark>
        ) : (
          <span key={index} className={isCue ? styles.cue : undefined}>
            {text}
          </span>
        ),
      )}
    </blockquote>
  );
}
