import { Alert, Button, Loader, Stack, Text, Title } from '@mantine/core';
import type { CombinedError } from '@urql/core';
import type { ReactNode } from 'react';
import { readFailure } from '../graphql/failure';
import { useWords } from '../words/words';

/** Something is on its way. Said to screen readers, shown a moment later so that quick answers do not flicker. */
export function Loading() {
  const say = useWords();
  return (
    <div className="state-loading" role="status">
      <Loader size="sm" aria-hidden />
      <span>{say('state.loading')}</span>
    </div>
  );
}

interface EmptyProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** 1 where it is all that the page says. */
  readonly level?: 1 | 2;
}

/** There is nothing here, and that is no fault. */
export function Empty({ title, children, level = 2 }: EmptyProps) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md" ta="center">
      <Title order={level} size="h4">
        {title}
      </Title>
      {children && (
        <Text c="dimmed" component="div">
          {children}
        </Text>
      )}
    </Stack>
  );
}

/** A question that was not answered, and the way to ask again. */
export function Trouble({ error, again }: { readonly error: CombinedError; readonly again?: () => void }) {
  const say = useWords();
  const { code, message } = readFailure(error);
  return (
    <Alert color="red" title={say(`failure.${code}`)} m="md" role="alert">
      {message && (
        <Text size="sm" dir="auto" className="own-direction">
          {message}
        </Text>
      )}
      {again && (
        <Button variant="default" size="xs" mt="sm" onClick={again}>
          {say('state.again')}
        </Button>
      )}
    </Alert>
  );
}
