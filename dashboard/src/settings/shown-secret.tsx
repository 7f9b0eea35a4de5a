import { Button, Code, CopyButton, Text } from '@mantine/core';
import { useWords } from '../words/words';
import styles from './settings.module.css';

/** A secret that is shown this once. */
export function ShownSecret({ secret, close }: { readonly secret: string; readonly close: () => void }) {
  const say = useWords();
  return (
    <div className={styles.form}>
      <Text size="sm">{say('settings.secret.once')}</Text>
      <Code block dir="ltr" className={styles.secret}>
        {secret}
      </Code>
      <div className={styles.buttons}>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button onClick={copy} data-autofocus>
              {say(copied ? 'settings.secret.copied' : 'settings.secret.copy')}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={close}>
          {say('shell.close')}
        </Button>
      </div>
    </div>
  );
}
