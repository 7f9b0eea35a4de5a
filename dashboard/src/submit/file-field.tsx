import { Button } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import { useFormats } from '../words/formats';
import { useWords } from '../words/words';
import { ENDINGS } from './submission';
import styles from './submit.module.css';

interface FileFieldProps {
  readonly file: File | null;
  readonly choose: (file: File) => void;
}

/** A file, dropped here or chosen by a button. */
export function FileField({ file, choose }: FileFieldProps) {
  const say = useWords();
  const { number } = useFormats();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped) choose(dropped);
  };
  return (
    <div
      className={styles.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        accept={ENDINGS.join(',')}
        className="visually-hidden"
        tabIndex={-1}
        aria-label={say('submit.way.file')}
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          if (chosen) choose(chosen);
          // The same file, changed meanwhile, may be chosen again.
          event.currentTarget.value = '';
        }}
      />
      {file && (
        <p>
          <bdi>{file.name}</bdi> · {say('submit.kilobytes', { number: number(Math.ceil(file.size / 1024)) })}
        </p>
      )}
      <p className={styles.dim}>{say('submit.drop')}</p>
      <Button variant="default" onClick={() => input.current?.click()}>
        {file ? say('submit.other-file') : say('submit.choose-file')}
      </Button>
      <p className={styles.dim}>
        <span dir="ltr">{ENDINGS.join(' ')}</span>
      </p>
    </div>
  );
}
