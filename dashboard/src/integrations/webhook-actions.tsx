import { Alert, Button } from '@mantine/core';
import type { CombinedError } from '@urql/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useLocation } from 'wouter';
import {
  DeleteWebhookDocument,
  DisableWebhookDocument,
  EnableWebhookDocument,
  PingWebhookDocument,
  RotateWebhookSecretDocument,
  type WebhookLineFragment,
} from '../generated/documents';
import { ShownSecret } from '../fields/shown-secret';
import { Dialog } from '../shell/dialog';
import { useTell } from '../shell/use-tell';
import { useWords } from '../words/words';
import styles from './integrations.module.css';

interface WebhookActionsProps {
  readonly webhook: WebhookLineFragment;
  readonly refresh: () => void;
}

export function WebhookActions({ webhook: { id, kind, enabled }, refresh }: WebhookActionsProps) {
  const say = useWords();
  const tell = useTell();
  const [, go] = useLocation();
  const [deleting, setDeleting] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [, enable] = useMutation(EnableWebhookDocument);
  const [, disable] = useMutation(DisableWebhookDocument);
  const [, ping] = useMutation(PingWebhookDocument);
  const [{ fetching: rotating }, rotate] = useMutation(RotateWebhookSecretDocument);
  const [{ fetching: removing }, remove] = useMutation(DeleteWebhookDocument);
  async function after(asked: Promise<{ error?: CombinedError }>, then: () => void = refresh) {
    const { error } = await asked;
    if (error) tell.trouble(error);
    else then();
  }
  async function renew() {
    const { data, error } = await rotate({ id });
    if (error) tell.trouble(error);
    setSecret(data?.rotateWebhookSecret.secret ?? null);
  }
  return (
    <>
      {secret && (
        <Alert color="orange" role="status" title={say('webhook.secret')}>
          <ShownSecret secret={secret} />
        </Alert>
      )}
      <div className={styles.row}>
        <Button variant="default" onClick={() => void after(enabled ? disable({ id }) : enable({ id }))}>
          {say(enabled ? 'webhook.disable' : 'webhook.enable')}
        </Button>
        <Button variant="default" onClick={() => void after(ping({ id }))}>
          {say('webhook.ping')}
        </Button>
        {kind === 'WEBHOOK' && (
          <Button variant="default" loading={rotating} onClick={() => void renew()}>
            {say('webhook.rotate')}
          </Button>
        )}
        <Button variant="default" onClick={() => setDeleting(true)}>
          {say('webhook.delete')}
        </Button>
      </div>
      <Dialog opened={deleting} close={() => setDeleting(false)} title={say('webhook.delete')}>
        <p>{say('webhook.delete.explained')}</p>
        <Button
          color="red"
          loading={removing}
          onClick={() => void after(remove({ id }), () => go('/integrations/webhooks', { replace: true }))}
        >
          {say('webhook.delete')}
        </Button>
      </Dialog>
    </>
  );
}
