import { Button, Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { CreateWebhookDocument, type WebhookEvent, type WebhookKind } from '../generated/documents';
import { usePreferences } from '../preferences/preferences';
import { useTell } from '../shell/use-tell';
import { useWords } from '../words/words';

/** Those that can be chosen: a ping is sent by hand alone. */
const EVENTS: readonly (readonly [WebhookEvent, string])[] = [
  ['ARTICLE_READY', 'article.ready'],
  ['TASK_CHANGED', 'task.changed'],
  ['VERDICT_APPROVED', 'verdict.approved'],
  ['FACTCHECK_PUBLISHED', 'factcheck.published'],
  ['FACTCHECK_CORRECTED', 'factcheck.corrected'],
  ['FACTCHECK_RETRACTED', 'factcheck.retracted'],
];

/** Makes a webhook or a chat notice; `made` gets its secret, null for a chat. */
export function WebhookForm({ made }: { readonly made: (secret: string | null) => void }) {
  const say = useWords();
  const tell = useTell();
  const { language } = usePreferences();
  const [kind, setKind] = useState<WebhookKind>('WEBHOOK');
  const [url, setUrl] = useState('');
  const [description, setDescription] = useState('');
  const [events, setEvents] = useState<string[]>([]);
  const [{ fetching }, create] = useMutation(CreateWebhookDocument);
  async function send(event: FormEvent) {
    event.preventDefault();
    const chosen = EVENTS.map(([code]) => code).filter((code) => events.includes(code));
    const { data, error } = await create({
      input: { kind, url, events: chosen, description: description || null, ...(kind === 'CHAT' && { language }) },
    });
    if (error) tell.trouble(error);
    if (data) made(data.createWebhook.secret ?? null);
  }
  return (
    <form onSubmit={(event) => void send(event)}>
      <Stack>
        <NativeSelect
          label={say('webhook.kind')}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as WebhookKind)}
          data={[
            { value: 'WEBHOOK', label: say('webhook.kind.WEBHOOK') },
            { value: 'CHAT', label: say('webhook.kind.CHAT') },
          ]}
        />
        <TextInput
          label={say('webhook.url')}
          type="url"
          dir="ltr"
          required
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <TextInput
          label={say('webhook.description')}
          dir="auto"
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <Checkbox.Group label={say('webhook.events')} value={events} onChange={setEvents}>
          <Stack gap="xs" mt="xs">
            {EVENTS.map(([code, name]) => (
              <Checkbox key={code} value={code} label={<bdi dir="ltr">{name}</bdi>} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Button type="submit" loading={fetching} disabled={!url || !events.length}>
          {say('webhook.create')}
        </Button>
      </Stack>
    </form>
  );
}
