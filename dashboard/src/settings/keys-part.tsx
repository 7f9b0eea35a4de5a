import { Badge, Button, Title } from '@mantine/core';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import {
  type ApiKeyLineFragment,
  ApiKeysDocument,
  RevokeApiKeyDocument,
  RotateApiKeyDocument,
} from '../generated/documents';
import { ShownSecret } from '../fields/shown-secret';
import { useViewer } from '../session/session';
import { Dialog } from '../shell/dialog';
import { useTell } from '../shell/use-tell';
import { MoreButton, type More, Pages } from '../states/pages';
import { Loading, Trouble } from '../states/states';
import { useFormats } from '../words/formats';
import { useWords } from '../words/words';
import { DialogForm } from './dialog-form';
import { KeyForm } from './key-form';
import styles from './settings.module.css';

/** One's own keys; for an ADMIN those of the newsroom. */
export function KeysPart() {
  const say = useWords();
  const [shown, setShown] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);
  const made = (key: string) => {
    setShown(key);
    setAsked((count) => count + 1);
  };
  return (
    <>
      <section className={styles.section}>
        <p className={styles.dim}>{say('settings.keys.explained')}</p>
        <Pages key={asked}>{(after, more) => <KeysPage after={after} more={more} made={made} />}</Pages>
      </section>
      <section className={styles.section}>
        <Title order={2} size="h4">
          {say('settings.key.new')}
        </Title>
        <KeyForm made={made} />
      </section>
      <Dialog opened={shown !== null} close={() => setShown(null)} title={say('settings.key.shown')}>
        {shown !== null && <ShownSecret secret={shown} close={() => setShown(null)} />}
      </Dialog>
    </>
  );
}

interface KeysPageProps {
  readonly after: string | null;
  readonly more: More;
  readonly made: (key: string) => void;
}

function KeysPage({ after, more, made }: KeysPageProps) {
  const say = useWords();
  const [{ data, error }, again] = useQuery({
    query: ApiKeysDocument,
    variables: { after },
    requestPolicy: 'network-only',
  });
  if (error && !data) return <Trouble error={error} again={again} />;
  if (!data) return <Loading />;
  const { nodes, pageInfo } = data.apiKeys;
  if (!nodes.length && after === null) return <p>{say('settings.keys.none')}</p>;
  return (
    <>
      <ul className={styles.list}>
        {nodes.map((apiKey) => (
          <KeyRow key={apiKey.id} apiKey={apiKey} made={made} />
        ))}
      </ul>
      <MoreButton pageInfo={pageInfo} more={more} />
    </>
  );
}

function KeyRow({ apiKey, made }: { readonly apiKey: ApiKeyLineFragment; readonly made: (key: string) => void }) {
  const say = useWords();
  const tell = useTell();
  const { since, date } = useFormats();
  const viewer = useViewer();
  const [asking, setAsking] = useState(false);
  const [, rotate] = useMutation(RotateApiKeyDocument);
  const [, revoke] = useMutation(RevokeApiKeyDocument);
  const { id, label, hint, role, member, lastUsedAt, expiresAt, revokedAt, replacedBy } = apiKey;
  const isOver = Boolean(revokedAt) || (expiresAt != null && new Date(expiresAt) <= new Date());
  const isOwn = !member || member.id === viewer.member?.id;
  const turn = async () => {
    const { data, error } = await rotate({ id });
    if (error) tell.trouble(error);
    else if (data) made(data.rotateApiKey.key);
  };
  const end = async () => {
    setAsking(false);
    const { error } = await revoke({ id });
    if (error) tell.trouble(error);
    else tell.done(say('settings.key.revoked', { label }));
  };
  return (
    <li>
      <span className={styles.what}>
        <bdi>{label}</bdi> <bdi dir="ltr">…{hint}</bdi>{' '}
        {isOver && (
          <Badge color="gray" variant="light">
            {say(revokedAt ? 'settings.key.is-revoked' : 'settings.key.is-expired')}
          </Badge>
        )}{' '}
        {!isOver && replacedBy && (
          <Badge color="orange" variant="light">
            {say('settings.key.is-replaced')}
          </Badge>
        )}
        <small>
          {say(`role.${role}`)}
          {member && (
            <>
              {' · '}
              <bdi>{member.name}</bdi>
            </>
          )}
          {' · '}
          {lastUsedAt ? say('settings.key.used', { when: since(lastUsedAt) }) : say('settings.key.unused')}
          {!isOver && expiresAt && <> · {say('settings.key.until', { date: date(expiresAt) })}</>}
        </small>
      </span>
      {!isOver && (
        <span className={styles.buttons}>
          {isOwn && !replacedBy && (
            <Button variant="default" size="xs" onClick={() => void turn()}>
              {say('settings.key.rotate')}
            </Button>
          )}
          <Button variant="subtle" color="red" size="xs" onClick={() => setAsking(true)}>
            {say('settings.revoke')}
          </Button>
        </span>
      )}
      {asking && (
        <DialogForm
          title={say('settings.key.revoke.title', { label })}
          close={() => setAsking(false)}
          action={say('settings.revoke')}
          act={end}
          acting={false}
          final
        >
          <p>{say('settings.key.revoke.explained')}</p>
        </DialogForm>
      )}
    </li>
  );
}
