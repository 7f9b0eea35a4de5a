import { Button, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { PreferencesMenu } from '../preferences/preferences-menu';
import { useSession } from '../session/session';
import { useWords } from '../words/words';
import styles from './sign-in.module.css';

/** The way in with an API key, which stays in this tab. */
export function SignInScreen({ refused }: { readonly refused: boolean }) {
  const say = useWords();
  const { signInWithKey } = useSession();
  const [key, setKey] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (key.trim()) signInWithKey(key.trim());
  };
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <div className={styles.brand}>
          <img src="/icon.svg" alt="" width="40" height="40" />
          <Title order={1} size="h2">
            {say('shell.name')}
          </Title>
          <PreferencesMenu />
        </div>
        <form onSubmit={submit}>
          <Stack>
            <Text>{say('sign-in.key.explained')}</Text>
            <PasswordInput
              label={say('sign-in.key')}
              value={key}
              onChange={(event) => setKey(event.currentTarget.value)}
              error={refused && say('sign-in.key.refused')}
              autoComplete="off"
              spellCheck={false}
              dir="ltr"
              required
              withAsterisk={false}
              visibilityToggleButtonProps={{ 'aria-label': say('sign-in.key.show') }}
              placeholder="isnad_…"
            />
            <Button type="submit">{say('sign-in.submit')}</Button>
            <Text size="sm" c="dimmed">
              {say('sign-in.key.stays')}
            </Text>
          </Stack>
        </form>
      </div>
    </main>
  );
}
