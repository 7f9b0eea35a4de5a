import { Badge, Button, Title } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { WebhooksDocument } from '../generated/documents';
import { useViewer } from '../session/session';
import { Dialog } from '../shell/dialog';
import { useTitle } from '../shell/use-title';
import { Empty, Loading, Trouble } from '../states/states';
import { useWords } from '../words/words';
import { SecretOnce } from './secret-once';
import { WebhookForm } from './webhook-form';
import styles from './integrations.module.css';

/** The programs and chats that are told what happens. */
export function WebhooksScreen() {
  const say = useWords();
  useTitle(say('webhook.all'));
  const { role } = useViewer();
  if (role === 'ADMIN') return <Webhooks />;
  return (
    <Empty level={1} title={say('webhook.all')}>
      {say('webhook.admin-only')}
    </Empty>
  );
}

function Webhooks() {
  const say = useWords();
  const [after, setAfter] = useState<string | null>(null);
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [{ data, error }, again] = useQuery({ query: WebhooksDocument, variables: { after } });
  const refresh = () => again({ requestPolicy: 'network-only' });
  return (
    <div className={styles.page}>
      <div className={styles.row}>
        <Title order={1} size="h3">
          {say('webhook.all')}
        </Title>
        <Button onClick={() => setMaking(true)}>{say('webhook.create')}</Button>
      </div>
      {secret && <SecretOnce secret={secret} />}
      {error && !data && <Trouble error={error} again={refresh} />}
      {!error && !data && <Loading />}
      {data && !data.webhooks.nodes.length && <Empty title={say('webhook.empty')} />}
      <ul className={styles.list}>
        {data?.webhooks.nodes.map(({ id, kind, url, host, description, enabled }) => (
          <li key={id} className={styles.row}>
            <Link href={`/integrations/webhooks/${id}`} className={styles.address}>
              <bdi dir="ltr">{url ?? host}</bdi>
            </Link>
            <span>{say(`webhook.kind.${kind}`)}</span>
            {description && <bdi>{description}</bdi>}
            <Badge variant="light" tt="none" color={enabled ? 'isnad' : 'red'}>
              {say(enabled ? 'webhook.enabled' : 'webhook.disabled')}
            </Badge>
          </li>
        ))}
      </ul>
      {data?.webhooks.pageInfo.hasNextPage && (
        <Button variant="default" onClick={() => setAfter(data.webhooks.pageInfo.endCursor ?? null)}>
          {say('article.more')}
        </Button>
      )}
      <Dialog opened={making} close={() => setMaking(false)} title={say('webhook.create')}>
        <WebhookForm
          made={(given) => {
            setMaking(false);
            setSecret(given);
            refresh();
          }}
        />
      </Dialog>
    </div>
  );
}
