import { Alert, Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useWords } from '../words/words';
import styles from './integrations.module.css';

/** A secret that the service gives out once: it is kept nowhere, and gone when this is. */
export function SecretOnce({ secret }: { readonly secret: string }) {
  const say = useWords();
  const clipboard = useClipboard();
  return (
    <Alert color="orange" role="status" title={say('webhook.secret')}>
      <p>{say('webhook.secret.explained')}</p>
      <div className={styles.row}>
        <code dir="ltr" className={styles.address}>
          {secret}
        </code>
        <Button size="xs" variant="default" onClick={() => clipboard.copy(secret)}>
          {say(clipboard.copied ? 'webhook.copied' : 'webhook.copy')}
        </Button>
      </div>
    </Alert>
  );
}
