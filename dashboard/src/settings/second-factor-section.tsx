import { Button, Code, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSession } from '../session/session';
import { useTell } from '../shell/use-tell';
import { askSignIn } from '../sign-in/ask-sign-in';
import { PasswordField } from '../sign-in/password-field';
import { TroubleNote } from '../sign-in/trouble-note';
import { useFailure } from '../sign-in/use-failure';
import { useWords } from '../words/words';
import { QrCode } from './qr-code';
import styles from './settings.module.css';

interface Begun {
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}

/** Turns the second factor on, in two steps, or off. Both ask for the password. */
export function SecondFactorSection({ on }: { readonly on: boolean }) {
  const say = useWords();
  const tell = useTell();
  const told = useFailure();
  const { refresh } = useSession();
  const [password, setPassword] = useState('');
  const [begun, setBegun] = useState<Begun | null>(null);
  const [code, setCode] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);

  const ask = async (path: string, body: object) => {
    const answer = await askSignIn(path, body);
    setTrouble(answer.ok ? null : told(answer));
    return answer;
  };
  const begin = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await ask(on ? 'two-factor/disable' : 'two-factor/enable', { password });
    if (!answer.ok) return;
    setPassword('');
    if (!on) return setBegun(answer.data as unknown as Begun);
    tell.done(say('settings.second-factor.is-off'));
    refresh();
  };
  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await ask('two-factor/verify-totp', { code: code.trim() })).ok) return;
    tell.done(say('settings.second-factor.is-on'));
    refresh();
  };
  return (
    <section className={styles.section}>
      <Title order={2} size="h4">
        {say('settings.second-factor')}
      </Title>
      <p className={styles.dim}>{say(on ? 'settings.second-factor.on' : 'settings.second-factor.off')}</p>
      <TroubleNote trouble={trouble} />
      {begun ? (
        <form className={styles.form} onSubmit={(event) => void confirm(event)}>
          <p>{say('settings.second-factor.scan')}</p>
          <QrCode text={begun.totpURI} label={say('settings.second-factor.square')} />
          <Code block dir="ltr" className={styles.secret}>
            {new URL(begun.totpURI).searchParams.get('secret')}
          </Code>
          <p>{say('settings.second-factor.codes')}</p>
          <ul className={styles.codes} dir="ltr">
            {begun.backupCodes.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
          <TextInput
            label={say('sign-in.code')}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            autoComplete="one-time-code"
            inputMode="numeric"
            dir="ltr"
            required
            withAsterisk={false}
          />
          <div>
            <Button type="submit">{say('settings.second-factor.turn-on')}</Button>
          </div>
        </form>
      ) : (
        <form className={styles.form} onSubmit={(event) => void begin(event)}>
          <PasswordField
            label={say('settings.password.current')}
            value={password}
            change={setPassword}
            kept="current-password"
          />
          <div>
            <Button type="submit" variant="default">
              {say(on ? 'settings.second-factor.turn-off' : 'settings.second-factor.set-up')}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
