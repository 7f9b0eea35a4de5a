import { Button } from '@mantine/core';
import { type MouseEvent, useState } from 'react';
import type { ArticleTask } from '../article/use-article';
import type { ReviewTaskKind } from '../generated/documents';
import { useTell } from '../shell/use-tell';
import { useShortcuts } from '../shortcuts/shortcuts';
import { useWords } from '../words/words';
import { AddDialog } from './add-dialog';
import { KeyboardPicker } from './keyboard-picker';
import { RegroupDialog } from './regroup-dialog';
import { overlap, type Place, splitAt, unitePlaces } from './spans';
import type { Mend } from './use-mend';
import { WordsOf } from './words-of';
import styles from './mending.module.css';

interface MendingBarProps {
  readonly article: { readonly id: string; readonly text: string; readonly language: string };
  readonly tasks: readonly ArticleTask[];
  /** What is marked in the text, to which the selected words may be given. */
  readonly chosen: ArticleTask | null;
  /** What is selected now, and what was put aside before. */
  readonly selected: Place | null;
  readonly held: readonly Place[];
  readonly select: (place: Place | null) => void;
  readonly hold: (places: readonly Place[]) => void;
  readonly mend: Mend;
}

/** What can be made of the words that are selected. With nothing selected it says how to begin. */
export function MendingBar({ article, tasks, chosen, selected, held, select, hold, mend }: MendingBarProps) {
  const say = useWords();
  const tell = useTell();
  const [adding, setAdding] = useState<ReviewTaskKind | null>(null);
  const [splitting, setSplitting] = useState(false);
  const [picking, setPicking] = useState(false);
  const { text, language } = article;
  const places = unitePlaces(text, selected ? [...held, selected] : held);
  const clear = () => {
    getSelection()?.removeAllRanges();
    hold([]);
    select(null);
    setPicking(false);
  };
  const canMove = places.length > 0 && chosen?.allowedActions.includes('RESPAN');
  const parts =
    chosen?.allowedActions.includes('SPLIT') && selected && chosen.subject.spans.some((span) => overlap(span, selected))
      ? splitAt(text, chosen.subject.spans, selected)
      : [];
  const move = () => {
    if (!chosen) return;
    void mend.respan(chosen, places).then((error) => (error ? tell.trouble(error) : clear()));
  };
  useShortcuts([
    { press: 'm', says: 'mending.by-keys', act: () => setPicking(!picking) },
    { press: 'q', says: 'mending.add.QUOTE', when: places.length > 0, act: () => setAdding('QUOTE') },
    { press: 'c', says: 'mending.add.CLAIM', when: places.length > 0, act: () => setAdding('CLAIM') },
  ]);
  // A button that is pressed takes no selection away.
  const keep = (event: MouseEvent) => event.preventDefault();
  return (
    <section className={`${styles.bar} no-print`} aria-label={say('mending.tools')}>
      {picking && (
        <KeyboardPicker
          text={text}
          language={language}
          at={chosen?.subject.spans[0]?.start ?? 0}
          pick={select}
          close={() => setPicking(false)}
        />
      )}
      {places.length > 0 && <WordsOf text={text} places={places} language={language} />}
      <div className={styles.buttons}>
        {places.length === 0 && <span className={styles.dim}>{say('mending.begin')}</span>}
        {places.length > 0 && (
          <>
            <Button size="xs" onMouseDown={keep} onClick={() => setAdding('QUOTE')}>
              {say('mending.add.QUOTE')}
            </Button>
            <Button size="xs" onMouseDown={keep} onClick={() => setAdding('CLAIM')}>
              {say('mending.add.CLAIM')}
            </Button>
          </>
        )}
        {canMove && (
          <Button size="xs" variant="default" onMouseDown={keep} onClick={move}>
            {say('mending.move')}
          </Button>
        )}
        {parts.length > 1 && (
          <Button size="xs" variant="default" onMouseDown={keep} onClick={() => setSplitting(true)}>
            {say('mending.split')}
          </Button>
        )}
        {selected && (
          <Button
            size="xs"
            variant="default"
            onMouseDown={keep}
            onClick={() => {
              getSelection()?.removeAllRanges();
              hold(places);
              select(null);
            }}
          >
            {say('mending.and-also')}
          </Button>
        )}
        {places.length > 0 && (
          <Button size="xs" variant="subtle" onClick={clear}>
            {say('mending.clear')}
          </Button>
        )}
        <Button size="xs" variant="subtle" aria-expanded={picking} onClick={() => setPicking(!picking)}>
          {say('mending.by-keys')}
        </Button>
      </div>
      {adding && (
        <AddDialog
          kind={adding}
          article={article}
          places={places}
          tasks={tasks}
          mend={mend}
          close={(isDone) => {
            setAdding(null);
            if (isDone) clear();
          }}
        />
      )}
      {splitting && chosen && (
        <RegroupDialog
          how="split"
          article={article}
          results={parts}
          act={() => mend.split(chosen, parts)}
          close={(isDone) => {
            setSplitting(false);
            if (isDone) clear();
          }}
        />
      )}
    </section>
  );
}
