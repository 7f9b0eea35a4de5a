import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ArticleTask } from '../article/use-article';
import { useWords } from '../words/words';
import { RegroupDialog } from './regroup-dialog';
import { unitePlaces } from './spans';
import type { Mend } from './use-mend';
import styles from './mending.module.css';

interface MergeToolProps {
  readonly article: { readonly text: string; readonly language: string };
  /** Null while nothing is being merged; else what is ticked, in text order. */
  readonly ticked: readonly ArticleTask[] | null;
  readonly begin: () => void;
  readonly end: () => void;
  readonly mend: Mend;
}

/** Makes one of several: tick them in the list, look at what comes of it, merge. */
export function MergeTool({ article, ticked, begin, end, mend }: MergeToolProps) {
  const say = useWords();
  const [asking, setAsking] = useState(false);
  if (!ticked)
    return (
      <Button size="compact-sm" variant="default" className="no-print" onClick={begin}>
        {say('mending.merge-several')}
      </Button>
    );
  const spans = unitePlaces(
    article.text,
    ticked.flatMap(({ subject }) => subject.spans),
  );
  return (
    <div className={`${styles.buttons} no-print`}>
      <Button size="compact-sm" disabled={ticked.length < 2} onClick={() => setAsking(true)}>
        {say('mending.merge-ticked', { count: ticked.length })}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={end}>
        {say('shell.cancel')}
      </Button>
      {asking && (
        <RegroupDialog
          how="merge"
          article={article}
          results={[spans]}
          act={() => mend.merge(ticked)}
          close={(isDone) => {
            setAsking(false);
            if (isDone) end();
          }}
        />
      )}
    </div>
  );
}
