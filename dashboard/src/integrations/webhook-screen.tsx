import { Badge, Button, NativeSelect, Title } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { type WebhookDeliveryStatus, WebhookInFullDocument, type WebhookLineFragment } from '../generated/documents';
import { useViewer } from '../session/session';
import { useTitle } from '../shell/use-title';
import { Empty, Loading, Trouble } from '../states/states';
import { useFormats } from '../words/formats';
import { useWords } from '../words/words';
import { WebhookActions } from './webhook-actions';
import { ReplayButton } from './replay-button';
import styles from './integrations.module.css';

const STATUSES: readonly WebhookDeliveryStatus[] = ['PENDING', 'SENDING', 'DELIVERED', 'FAILED'];

/** One webhook, what can be done with it, and what it was told. */
export function WebhookScreen({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const say = useWords();
  useTitle(say('webhook.one'));
  const { role } = useViewer();
  if (role === 'ADMIN') return <Webhook key={params.id} id={params.id!} />;
  return (
    <Empty level={1} title={say('webhook.one')}>
      {say('webhook.admin-only')}
    </Empty>
  );
}

function Webhook({ id }: { readonly id: string }) {
  const say = useWords();
  const { time } = useFormats();
  const [status, setStatus] = useState<WebhookDeliveryStatus | ''>('');
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error }, again] = useQuery({
    query: WebhookInFullDocument,
    variables: { id, status: status ? [status] : null, after },
  });
  const refresh = () => again({ requestPolicy: 'network-only' });
  if (error && !data) return <Trouble error={error} again={refresh} />;
  if (!data) return <Loading />;
  if (!data.webhook) return <Empty level={1} title={say('webhook.gone')} />;
  const { deliveries } = data.webhook;
  return (
    <div className={styles.page}>
      <Link href="/integrations/webhooks">{say('webhook.all')}</Link>
      <About webhook={data.webhook} />
      <WebhookActions webhook={data.webhook} refresh={refresh} />
      <Title order={2} size="h4">
        {say('webhook.deliveries')}
      </Title>
      <NativeSelect
        label={say('webhook.status')}
        value={status}
        onChange={(event) => {
          setStatus(event.currentTarget.value as WebhookDeliveryStatus | '');
          setAfter(null);
        }}
        data={[
          { value: '', label: say('webhook.status.any') },
          ...STATUSES.map((value) => ({ value, label: say(`webhook.status.${value}`) })),
        ]}
      />
      {!deliveries.nodes.length && <Empty title={say('webhook.no-deliveries')} />}
      <ul className={styles.list}>
        {deliveries.nodes.map((delivery) => (
          <li key={delivery.id} className={styles.row}>
            <bdi dir="ltr">{delivery.event.toLowerCase().replace('_', '.')}</bdi>
            <span>{time(delivery.occurredAt)}</span>
            <span>{say(`webhook.status.${delivery.status}`)}</span>
            <ReplayButton id={delivery.id} refresh={refresh} />
          </li>
        ))}
      </ul>
      <div className={styles.row}>
        {after && (
          <Button variant="default" onClick={() => setAfter(null)}>
            {say('webhook.newest')}
          </Button>
        )}
        {deliveries.pageInfo.hasNextPage && (
          <Button variant="default" onClick={() => setAfter(deliveries.pageInfo.endCursor ?? null)}>
            {say('webhook.older')}
          </Button>
        )}
      </div>
    </div>
  );
}

function About({ webhook }: { readonly webhook: WebhookLineFragment }) {
  const say = useWords();
  return (
    <div className={styles.row}>
      <Title order={1} size="h3" className={styles.address}>
        <bdi dir="ltr">{webhook.url ?? webhook.host}</bdi>
      </Title>
      <Badge variant="light" tt="none" color={webhook.enabled ? 'isnad' : 'red'}>
        {say(webhook.enabled ? 'webhook.enabled' : 'webhook.disabled')}
      </Badge>
    </div>
  );
}
