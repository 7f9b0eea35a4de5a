import { Button } from '@mantine/core';
import type { CombinedError } from '@urql/core';
import { useState } from 'react';
import { Dialog } from '../shell/dialog';
import { useWords } from '../words/words';
import { MendTrouble } from './mend-trouble';
import type { Place } from './spans';
import { WordsOf } from './words-of';
import styles from './mending.module.css';

interface RegroupDialogProps {
  readonly how: 'split' | 'merge';
  readonly article: { readonly text: string; readonly language: string };
  /** What comes of it. */
  readonly results: readonly (readonly Place[])[];
  readonly act: () => Promise<CombinedError | null>;
  readonly close: (isDone: boolean) => void;
}

/** Shows what a split or merge makes before it is made: it cannot be undone by a button. */
export function RegroupDialog({ how, article, results, act, close }: RegroupDialogProps) {
  const say = useWords();
  const [error, setError] = useState<CombinedError | null>(null);
  const [isSending, setSending] = useState(false);
  const go = async () => {
    setSending(true);
    const trouble = await act();
    setSending(false);
    if (trouble) setError(trouble);
    else close(true);
  };
  return (
    <Dialog opened close={() => close(false)} title={say(`mending.${how}`)} size="lg">
      <div className={styles.form}>
        <p>{say(`mending.${how}.explained`)}</p>
        <ol className={styles.results}>
          {results.map((places, index) => (
            <li key={index}>
              <WordsOf text={article.text} places={places} language={article.language} />
            </li>
          ))}
        </ol>
        <MendTrouble error={error} />
        <div>
          <Button loading={isSending} onClick={() => void go()} data-autofocus>
            {say(`mending.${how}`)}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
