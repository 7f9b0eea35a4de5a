import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import type { Failure } from '../graphql/failure';
import { Dialog } from '../shell/dialog';
import { FailureAlert } from '../states/failure-alert';
import { useWords } from '../words/words';
import styles from './settings.module.css';

interface DialogFormProps {
  readonly title: string;
  readonly close: () => void;
  /** What is done, as its button says it. */
  readonly action: string;
  /** Does it; the dialog closes by its hand. */
  readonly act: () => Promise<void>;
  readonly acting: boolean;
  /** Whether it cannot be taken back. */
  readonly final?: boolean;
  readonly disabled?: boolean;
  readonly failure?: Failure | null;
  readonly children: ReactNode;
}

/** A question in a dialog, with what it does and the way back. */
export function DialogForm({ title, close, action, act, acting, final, disabled, failure, children }: DialogFormProps) {
  const say = useWords();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void act();
  };
  return (
    <Dialog opened close={close} title={title}>
      <form className={styles.form} onSubmit={submit}>
        {children}
        <FailureAlert failure={failure ?? null} placed={[]} />
        <div className={styles.buttons}>
          <Button
            type="submit"
            color={final ? 'red' : undefined}
            loading={acting}
            disabled={disabled}
            // A field that asks for the focus stands before it.
            data-autofocus
          >
            {action}
          </Button>
          <Button variant="default" onClick={close}>
            {say('shell.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
