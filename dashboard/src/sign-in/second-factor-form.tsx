import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSession } from '../session/session';
import { useWords } from '../words/words';
import { askSignIn } from './ask-sign-in';
import { TroubleNote } from './trouble-note';
import { useFailure } from './use-failure';

/** The code of the second factor, or one of the recovery codes. */
export function SecondFactorForm() {
  const say = useWords();
  const tell = useFailure();
  const { refresh } = useSession();
  const [code, setCode] = useState('');
  const [recovering, setRecovering] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const path = recovering ? 'two-factor/verify-backup-code' : 'two-factor/verify-totp';
    const answer = await askSignIn(path, { code: code.trim() });
    if (answer.ok) refresh();
    else setTrouble(tell(answer));
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        <TroubleNote trouble={trouble} />
        <Text>{say(recovering ? 'sign-in.recovery.explained' : 'sign-in.code.explained')}</Text>
        <TextInput
          label={say(recovering ? 'sign-in.recovery' : 'sign-in.code')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoComplete="one-time-code"
          inputMode={recovering ? 'text' : 'numeric'}
          dir="ltr"
          required
          withAsterisk={false}
          autoFocus
        />
        <Button type="submit">{say('sign-in.submit')}</Button>
        <Anchor component="button" type="button" size="sm" onClick={() => setRecovering(!recovering)}>
          {say(recovering ? 'sign-in.code.instead' : 'sign-in.recovery.instead')}
        </Anchor>
      </Stack>
    </form>
  );
}
