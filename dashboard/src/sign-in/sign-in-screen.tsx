import { Anchor, Stack } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words/words';
import { AccountForm } from './account-form';
import { KeyForm } from './key-form';
import { NewPasswordForm } from './new-password-form';
import { SignInCard } from './sign-in-card';

/** What mails lead to, by the path of their links. */
const LINKS = { '/invitation': 'invitation', '/reset-password': 'reset' } as const;

/** Whoever comes without a session: from the link of a mail, or to sign in. `refused`: the key of this tab was. */
export function SignInScreen({ refused }: { readonly refused: boolean }) {
  const say = useWords();
  const [withKey, setWithKey] = useState(refused);
  const link = LINKS[window.location.pathname as keyof typeof LINKS];
  const token = new URLSearchParams(window.location.search).get('token');
  if (link && token) {
    return (
      <SignInCard>
        <NewPasswordForm link={link} token={token} />
      </SignInCard>
    );
  }
  return (
    <SignInCard>
      <Stack>
        {withKey ? <KeyForm refused={refused} /> : <AccountForm />}
        <Anchor component="button" type="button" size="sm" onClick={() => setWithKey(!withKey)}>
          {say(withKey ? 'sign-in.account.instead' : 'sign-in.key.instead')}
        </Anchor>
      </Stack>
    </SignInCard>
  );
}
