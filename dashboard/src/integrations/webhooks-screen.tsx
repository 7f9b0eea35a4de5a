import { Alert, Badge, Button, Title } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { WebhooksDocument } from '../generated/documents';
import { ShownSecret } from '../fields/shown-secret';
import { useViewer } from '../session/session';
import { Dialog } from '../shell/dialog';
import { useTitle } from '../shell/use-title';
import { MoreButton, type More, Pages } from '../states/pages';
import { Empty, Loading, Trouble } from '../states/states';
import { useWords } from '../words/words';
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
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);
  return (
    <div className={styles.page}>
      <div className={styles.row}>
        <Title order={1} size="h3">
          {say('webhook.all')}
        </Title>
        <Button onClick={() => setMaking(true)}>{say('webhook.create')}</Button>
      </div>
      {secret && (
        <Alert color="orange" role="status" title={say('webhook.secret')}>
          <ShownSecret secret={secret} />
        </Alert>
      )}
      <Pages key={asked}>{(after, more) => <WebhooksPage after={after} more={more} />}</Pages>
      <Dialog opened={making} close={() => setMaking(false)} title={say('webhook.create')}>
        <WebhookForm
          made={(given) => {
            setMaking(false);
            setSecret(given);
            setAsked(asked + 1);
          }}
        />
      </Dialog>
    </div>
  );
}

function WebhooksPage({ after, more }: { readonly after: string | null; readonly more: More }) {
  const say = useWords();
  const [{ data, error }, again] = useQuery({
    query: WebhooksDocument,
    variables: { after },
    requestPolicy: 'network-only',
  });
  if (error && !data) return <Trouble error={error} again={again} />;
  if (!data) return <Loading />;
  const { nodes, pageInfo } = data.webhooks;
  if (!nodes.length && after === null) return <Empty title={say('webhook.empty')} />;
  return (
    <>
      <ul className={styles.list}>
        {nodes.map(({ id, kind, url, host, description, enabled }) => (
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
      <MoreButton pageInfo={pageInfo} more={more} />
    </>
  );
}
