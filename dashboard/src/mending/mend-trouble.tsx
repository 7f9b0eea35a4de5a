import { Alert } from '@mantine/core';
import type { CombinedError } from '@urql/core';
import { Link } from 'wouter';
import { readFailure } from '../graphql/failure';
import { useWords } from '../words/words';

/** Fields whose faults stand beside them. */
const PLACED = ['speaker.name', 'cue', 'proposition', 'reason'];

/** Why a mend was refused; one that is there already leads to it. */
export function MendTrouble({ error }: { readonly error: CombinedError | null }) {
  const say = useWords();
  if (!error) return null;
  const { code, message, fields } = readFailure(error);
  const there = error.graphQLErrors[0]?.extensions.taskId as string | undefined;
  const rest = Object.entries(fields).filter(([field]) => !PLACED.includes(field));
  if (Object.keys(fields).length > 0 && rest.length === 0) return null;
  return (
    <Alert color={code === 'CONFLICT' ? 'orange' : 'red'} title={say(`failure.${code}`)} role="alert" mt="sm">
      {there ? (
        <Link href={`/tasks/${there}`}>{say('mending.there-already')}</Link>
      ) : code === 'CONFLICT' ? (
        say('mending.conflict')
      ) : (
        <span dir="auto" lang="en">
          {rest.map(([, fault]) => fault).join(' ') || message}
        </span>
      )}
    </Alert>
  );
}
