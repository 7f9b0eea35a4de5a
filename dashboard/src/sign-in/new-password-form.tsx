import { Button, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useWords } from '../words/words';
import { askSignIn, type SignInAnswer } from './ask-sign-in';
import { PasswordField } from './password-field';
import { TroubleNote } from './trouble-note';
import { useFailure } from './use-failure';

interface Invitation {
  readonly newsroom: { readonly name: string };
  readonly email: string;
  readonly name: string;
  readonly needsPassword: boolean;
}

/** Takes up an invitation, or sets a forgotten password anew: what the links in mails lead to. */
export function NewPasswordForm({ link, token }: { readonly link: 'invitation' | 'reset'; readonly token: string }) {
  const say = useWords();
  const tell = useFailure();
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [trouble, setTrouble] = useState<SignInAnswer | null>(null);
  useEffect(() => {
    if (link !== 'invitation') return;
    void askSignIn(`invitation?token=${encodeURIComponent(token)}`).then((answer) => {
      if (!answer.ok) return setTrouble(answer);
      const found = answer.data as unknown as Invitation;
      setInvitation(found);
      setName(found.name);
    });
  }, [link, token]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer =
      link === 'reset'
        ? await askSignIn('reset-password', { token, newPassword: password })
        : await askSignIn('accept-invitation', { token, name, ...(invitation?.needsPassword ? { password } : {}) });
    // A page of its own, so that the token is gone from the address.
    if (answer.ok) window.location.replace('/');
    else setTrouble(answer);
  };
  const asksForPassword = link === 'reset' || invitation?.needsPassword === true;
  const ready = link === 'reset' || invitation !== null;
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        <TroubleNote trouble={trouble && tell(trouble)} />
        <Text>
          {link === 'reset'
            ? say('sign-in.reset.explained')
            : invitation && say('sign-in.invitation.explained', { newsroom: invitation.newsroom.name })}
        </Text>
        {ready && link === 'invitation' && (
          <TextInput
            label={say('sign-in.name')}
            description={invitation?.email}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            autoComplete="name"
            required
            withAsterisk={false}
          />
        )}
        {asksForPassword && (
          <PasswordField
            label={say('sign-in.password.new')}
            description={say('sign-in.password.length')}
            value={password}
            change={setPassword}
            kept="new-password"
          />
        )}
        {ready && <Button type="submit">{say(link === 'reset' ? 'sign-in.reset' : 'sign-in.invitation')}</Button>}
      </Stack>
    </form>
  );
}
