import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSession } from '../session/session';
import { useWords } from '../words/words';

/** The way in with an API key, which stays in this tab. */
export function KeyForm({ refused }: { readonly refused: boolean }) {
  const say = useWords();
  const { signInWithKey } = useSession();
  const [key, setKey] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (key.trim()) signInWithKey(key.trim());
  };
  return (
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
  );
}
