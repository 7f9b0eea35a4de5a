import { Button, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSession, useViewer } from '../session/session';
import { useTell } from '../shell/use-tell';
import { askSignIn } from '../sign-in/ask-sign-in';
import { PasswordField } from '../sign-in/password-field';
import { TroubleNote } from '../sign-in/trouble-note';
import { useFailure } from '../sign-in/use-failure';
import { useWords } from '../words/words';
import { SecondFactorSection } from './second-factor-section';
import styles from './settings.module.css';

/** One's own way in: password, second factor, and the sessions that are open elsewhere. */
export function AccountPart() {
  const say = useWords();
  const { member, role, newsroom, session } = useViewer();
  return (
    <>
      <section className={styles.section}>
        <p>
          <bdi>{member?.name ?? say('shell.machine')}</bdi> · {say(`role.${role}`)} · <bdi>{newsroom.name}</bdi>
        </p>
        {member && (
          <p className={styles.dim}>
            <bdi dir="ltr">{member.email}</bdi>
          </p>
        )}
      </section>
      {session ? (
        <>
          <PasswordSection />
          <SecondFactorSection on={session.twoFactor} />
          <SessionsSection />
        </>
      ) : (
        <p className={styles.dim}>{say('settings.account.by-key')}</p>
      )}
    </>
  );
}

function PasswordSection() {
  const say = useWords();
  const tell = useTell();
  const told = useFailure();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await askSignIn('change-password', {
      currentPassword: current,
      newPassword: next,
      revokeOtherSessions: true,
    });
    setTrouble(answer.ok ? null : told(answer));
    if (!answer.ok) return;
    setCurrent('');
    setNext('');
    tell.done(say('settings.password.changed'));
  };
  return (
    <section className={styles.section}>
      <Title order={2} size="h4">
        {say('sign-in.password')}
      </Title>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <PasswordField
          label={say('settings.password.current')}
          value={current}
          change={setCurrent}
          kept="current-password"
        />
        <PasswordField
          label={say('sign-in.password.new')}
          description={say('sign-in.password.length')}
          value={next}
          change={setNext}
          kept="new-password"
        />
        <TroubleNote trouble={trouble} />
        <div>
          <Button type="submit">{say('settings.password.change')}</Button>
        </div>
      </form>
    </section>
  );
}

function SessionsSection() {
  const say = useWords();
  const tell = useTell();
  const told = useFailure();
  const { refresh } = useSession();
  const [trouble, setTrouble] = useState<string | null>(null);
  const end = async (everywhere: boolean) => {
    const answer = await askSignIn(everywhere ? 'revoke-sessions' : 'revoke-other-sessions', {});
    setTrouble(answer.ok ? null : told(answer));
    if (!answer.ok) return;
    if (everywhere) refresh();
    else tell.done(say('settings.sessions.ended'));
  };
  return (
    <section className={styles.section}>
      <Title order={2} size="h4">
        {say('settings.sessions')}
      </Title>
      <p className={styles.dim}>{say('settings.sessions.explained')}</p>
      <TroubleNote trouble={trouble} />
      <div className={styles.buttons}>
        <Button variant="default" onClick={() => void end(false)}>
          {say('settings.sessions.others')}
        </Button>
        <Button variant="default" color="red" onClick={() => void end(true)}>
          {say('settings.sessions.all')}
        </Button>
      </div>
    </section>
  );
}
