import { Button, Code, CopyButton, Text } from '@mantine/core';
import { useWords } from '../words/words';
import styles from './fields.module.css';

/** A secret that the service gives out this once, and the way to keep it. */
export function ShownSecret({ secret, close }: { readonly secret: string; readonly close?: () => void }) {
  const say = useWords();
  return (
    <div className={styles.secret}>
      <Text size="sm">{say('secret.once')}</Text>
      <Code dir="ltr">{secret}</Code>
      <div className={styles.buttons}>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button onClick={copy} data-autofocus>
              {say(copied ? 'secret.copied' : 'secret.copy')}
            </Button>
          )}
        </CopyButton>
        {close && (
          <Button variant="default" onClick={close}>
            {say('shell.close')}
          </Button>
        )}
      </div>
    </div>
  );
}
