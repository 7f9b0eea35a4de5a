import { Text, Title } from '@mantine/core';
import { useQuery } from 'urql';
import { InboxCountDocument } from '../generated/documents';
import { Loading, Trouble } from '../states/states';
import { useWords } from '../words/words';

export function InboxScreen() {
  const say = useWords();
  const [{ data, error }, again] = useQuery({ query: InboxCountDocument, variables: {} });
  if (error) return <Trouble error={error} again={again} />;
  if (!data) return <Loading />;
  return (
    <div>
      <Title order={1}>{say('inbox.title')}</Title>
      <Text>{say('inbox.count', { count: data.reviewTasks.totalCount })}</Text>
    </div>
  );
}
