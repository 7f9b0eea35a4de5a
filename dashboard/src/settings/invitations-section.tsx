import { Badge, Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import {
  type InvitationLineFragment,
  InvitationsDocument,
  InviteMemberDocument,
  RevokeInvitationDocument,
  type Role,
} from '../generated/documents';
import { LANGUAGE_NAMES, type Language, LANGUAGES, usePreferences } from '../preferences/preferences';
import { useTell } from '../shell/use-tell';
import { FailureAlert } from '../states/failure-alert';
import { MoreButton, type More, Pages } from '../states/pages';
import { Loading, Trouble } from '../states/states';
import { useFormats } from '../words/formats';
import { useWords } from '../words/words';
import { MEMBER_ROLES } from './roles';
import { useSave } from './use-save';
import styles from './settings.module.css';

/** Invitations that nobody has taken up, and a form for the next. */
export function InvitationsSection() {
  const [asked, setAsked] = useState(0);
  const changed = () => setAsked((count) => count + 1);
  return (
    <>
      <InviteForm invited={changed} />
      <Pages key={asked}>{(after, more) => <InvitationsPage after={after} more={more} changed={changed} />}</Pages>
    </>
  );
}

function InviteForm({ invited }: { readonly invited: () => void }) {
  const say = useWords();
  const tell = useTell();
  const { language: spoken } = usePreferences();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('FACT_CHECKER');
  const [language, setLanguage] = useState<Language>(spoken);
  const { save, saving, failure, faultOf } = useSave(InviteMemberDocument);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await save({ input: { email: email.trim(), role, language } }))) return;
    tell.done(say('settings.invited', { email: email.trim() }));
    setEmail('');
    invited();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextInput
        label={say('sign-in.email')}
        type="email"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={faultOf('email')}
        dir="ltr"
        autoComplete="off"
        required
        withAsterisk={false}
      />
      <div className={styles.pair}>
        <NativeSelect
          label={say('settings.role')}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value as Role)}
          data={MEMBER_ROLES.map((each) => ({ value: each, label: say(`role.${each}`) }))}
        />
        <NativeSelect
          label={say('settings.mail-language')}
          value={language}
          onChange={(event) => setLanguage(event.currentTarget.value as Language)}
          data={LANGUAGES.map((each) => ({ value: each, label: LANGUAGE_NAMES[each] }))}
        />
      </div>
      <FailureAlert failure={failure} placed={['email']} />
      <div>
        <Button type="submit" loading={saving}>
          {say('settings.invite')}
        </Button>
      </div>
    </form>
  );
}

interface InvitationsPageProps {
  readonly after: string | null;
  readonly more: More;
  readonly changed: () => void;
}

function InvitationsPage({ after, more, changed }: InvitationsPageProps) {
  const say = useWords();
  const [{ data, error }, again] = useQuery({
    query: InvitationsDocument,
    variables: { after },
    requestPolicy: 'network-only',
  });
  if (error && !data) return <Trouble error={error} again={again} />;
  if (!data) return <Loading />;
  const { nodes, pageInfo } = data.invitations;
  if (!nodes.length && after === null) return <p className={styles.dim}>{say('settings.invitations.none')}</p>;
  return (
    <>
      <ul className={styles.list}>
        {nodes.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} changed={changed} />
        ))}
      </ul>
      <MoreButton pageInfo={pageInfo} more={more} />
    </>
  );
}

interface InvitationRowProps {
  readonly invitation: InvitationLineFragment;
  readonly changed: () => void;
}

function InvitationRow({ invitation: { id, email, role, status, expiresAt }, changed }: InvitationRowProps) {
  const say = useWords();
  const tell = useTell();
  const { since } = useFormats();
  const [, invite] = useMutation(InviteMemberDocument);
  const [, revoke] = useMutation(RevokeInvitationDocument);
  const act = async (done: string, answer: Promise<{ error?: Parameters<typeof tell.trouble>[0] }>) => {
    const { error } = await answer;
    if (error) tell.trouble(error);
    else tell.done(done);
    changed();
  };
  return (
    <li>
      <span className={styles.what}>
        <bdi dir="ltr">{email}</bdi>{' '}
        {status === 'EXPIRED' && (
          <Badge color="orange" variant="light">
            {say('settings.invitation.expired')}
          </Badge>
        )}
        <small>
          {say(`role.${role}`)} · {say('settings.ends', { when: since(expiresAt) })}
        </small>
      </span>
      <span className={styles.buttons}>
        <Button
          variant="default"
          size="xs"
          onClick={() => void act(say('settings.invited', { email }), invite({ input: { email, role } }))}
        >
          {say('settings.invite.again')}
        </Button>
        <Button
          variant="subtle"
          color="red"
          size="xs"
          onClick={() => void act(say('settings.invitation.revoked'), revoke({ id }))}
        >
          {say('settings.revoke')}
        </Button>
      </span>
    </li>
  );
}
