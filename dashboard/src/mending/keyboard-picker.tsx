import { useLayoutEffect, useRef } from 'react';
import { useWords } from '../words/words';
import { fromField, type Place, toField, trimPlace } from './spans';
import styles from './mending.module.css';

interface KeyboardPickerProps {
  readonly text: string;
  readonly language: string;
  /** Where the cursor begins. */
  readonly at: number;
  readonly pick: (place: Place | null) => void;
  readonly close: () => void;
}

/** The text in a field in which keys and screen readers select as they do everywhere. Nothing can be written in it. */
export function KeyboardPicker({ text, language, at, pick, close }: KeyboardPickerProps) {
  const say = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const begin = useRef(at);
  useLayoutEffect(() => {
    const cursor = toField(text, begin.current);
    field.current?.focus();
    field.current?.setSelectionRange(cursor, cursor);
  }, [text]);
  return (
    <div className={styles.picker}>
      <label htmlFor="pick-words">{say('mending.pick')}</label>
      <textarea
        ref={field}
        id="pick-words"
        dir="auto"
        lang={language}
        // Not read-only, which would take the cursor away: what would change it is refused instead.
        value={text}
        onChange={() => undefined}
        aria-readonly
        aria-describedby="pick-words-how"
        spellCheck={false}
        rows={6}
        onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
          pick(
            selectionStart === selectionEnd
              ? null
              : trimPlace(text, { start: fromField(text, selectionStart), end: fromField(text, selectionEnd) }),
          )
        }
        onKeyDown={(event) => {
          if (event.key === 'Escape') close();
        }}
      />
      <p id="pick-words-how" className={styles.dim}>
        {say('mending.pick.how')}
      </p>
    </div>
  );
}
