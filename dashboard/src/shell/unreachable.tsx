import { Button, Stack, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useWords } from '../words/words';

const TRIES_EVERY_MS = 5_000;

/** The service does not answer at all. It is asked again until it does. */
export function Unreachable({ again }: { readonly again: () => void }) {
  const say = useWords();
  useEffect(() => {
    const timer = setTimeout(again, TRIES_EVERY_MS);
    return () => clearTimeout(timer);
  }, [again]);
  return (
    <Stack component="main" align="center" p="xl" mt="10vh" ta="center">
      <Title order={1} size="h3">
        {say('failure.UNREACHABLE')}
      </Title>
      <Text>{say('state.unreachable.explained')}</Text>
      <Button onClick={again}>{say('state.again')}</Button>
    </Stack>
  );
}
