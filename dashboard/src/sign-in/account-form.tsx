import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useSession } from '../session/session';
import { useWords } from '../words/words';
import { askSignIn } from './ask-sign-in';
import { PasswordField } from './password-field';
import { SecondFactorForm } from './second-factor-form';
import { TroubleNote } from './trouble-note';
import { useFailure } from './use-failure';

/** The way in with e-mail and password, then the second factor where there is one; or with the newsroom's provider. */
export function AccountForm() {
  const say = useWords();
  const tell = useFailure();
  const { refresh } = useSession();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [asksForCode, setAsksForCode] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [sent, setSent] = useState(false);
  const [busy, setBusy] = useState(false);
  const singleSignOn = useSingleSignOn();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const answer = await askSignIn('sign-in/email', { email: email.trim(), password });
    setBusy(false);
    if (!answer.ok) return setTrouble(tell(answer));
    if (answer.data.twoFactorRedirect === true) setAsksForCode(true);
    else refresh();
  };
  const forgot = async () => {
    if (!email.trim()) return setTrouble(say('sign-in.forgot.which'));
    const answer = await askSignIn('request-password-reset', { email: email.trim() });
    setTrouble(answer.ok ? null : tell(answer));
    setSent(answer.ok);
  };
  const elsewhere = async () => {
    const answer = await askSignIn('sign-in/social', {
      provider: 'oidc',
      callbackURL: '/',
      errorCallbackURL: '/sign-in',
    });
    if (answer.ok && typeof answer.data.url === 'string') window.location.assign(answer.data.url);
    else setTrouble(tell(answer));
  };

  if (asksForCode) return <SecondFactorForm />;
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        <TroubleNote trouble={trouble} />
        {sent && <Text role="status">{say('sign-in.forgot.sent')}</Text>}
        <TextInput
          label={say('sign-in.email')}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          autoComplete="username"
          dir="ltr"
          required
          withAsterisk={false}
        />
        <PasswordField label={say('sign-in.password')} value={password} change={setPassword} kept="current-password" />
        <Button type="submit" loading={busy}>
          {say('sign-in.submit')}
        </Button>
        {singleSignOn && (
          <Button variant="default" onClick={() => void elsewhere()}>
            {say('sign-in.elsewhere')}
          </Button>
        )}
        <Anchor component="button" type="button" size="sm" onClick={() => void forgot()}>
          {say('sign-in.forgot')}
        </Anchor>
      </Stack>
    </form>
  );
}

/** Whether the service knows an OpenID provider. */
function useSingleSignOn(): boolean {
  const [known, setKnown] = useState(false);
  useEffect(() => {
    void askSignIn('options').then(({ data }) => setKnown(data.singleSignOn === true));
  }, []);
  return known;
}
