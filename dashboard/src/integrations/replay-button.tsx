import { Button } from '@mantine/core';
import { useMutation } from 'urql';
import { ReplayDeliveryDocument } from '../generated/documents';
import { useTell } from '../shell/use-tell';
import { useWords } from '../words/words';

export function ReplayButton({ id, refresh }: { readonly id: string; readonly refresh: () => void }) {
  const say = useWords();
  const tell = useTell();
  const [{ fetching }, replay] = useMutation(ReplayDeliveryDocument);
  async function send() {
    const { error } = await replay({ id });
    if (error) tell.trouble(error);
    else refresh();
  }
  return (
    <Button size="xs" variant="default" loading={fetching} onClick={() => void send()}>
      {say('webhook.replay')}
    </Button>
  );
}
