import { Badge, Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import {
  ChangeMemberRoleDocument,
  type MemberLineFragment,
  ReactivateMemberDocument,
  type Role,
} from '../generated/documents';
import { useViewer } from '../session/session';
import { useTell } from '../shell/use-tell';
import { useWords } from '../words/words';
import { DeactivateDialog } from './deactivate-dialog';
import { EraseDialog } from './erase-dialog';
import { MEMBER_ROLES } from './roles';
import styles from './settings.module.css';

/** A member with what an ADMIN may do about them. */
export function MemberRow({ member }: { readonly member: MemberLineFragment }) {
  const say = useWords();
  const tell = useTell();
  const viewer = useViewer();
  const isAdmin = viewer.role === 'ADMIN';
  const [dialog, setDialog] = useState<'deactivate' | 'erase' | null>(null);
  const [, change] = useMutation(ChangeMemberRoleDocument);
  const [, reactivate] = useMutation(ReactivateMemberDocument);
  const { id, name, email, role, active } = member;
  const turn = async (next: Role) => {
    const { error } = await change({ id, role: next });
    if (error) tell.trouble(error);
    else tell.done(say('settings.role-changed', { name, role: say(`role.${next}`) }));
  };
  const back = async () => {
    const { error } = await reactivate({ id });
    if (error) tell.trouble(error);
    else tell.done(say('settings.reactivated', { name }));
  };
  return (
    <li>
      <span className={styles.what}>
        <bdi>{name}</bdi> {viewer.member?.id === id && <Badge variant="light">{say('settings.you')}</Badge>}{' '}
        {!active && (
          <Badge color="gray" variant="light">
            {say('settings.inactive')}
          </Badge>
        )}
        <small>
          <bdi dir="ltr">{email}</bdi>
        </small>
      </span>
      {isAdmin && active ? (
        <NativeSelect
          aria-label={say('settings.role-of', { name })}
          value={role}
          onChange={(event) => void turn(event.currentTarget.value as Role)}
          data={MEMBER_ROLES.map((each) => ({ value: each, label: say(`role.${each}`) }))}
        />
      ) : (
        <span>{say(`role.${role}`)}</span>
      )}
      {isAdmin && (
        <span className={styles.buttons}>
          {active ? (
            <Button variant="default" size="xs" onClick={() => setDialog('deactivate')}>
              {say('settings.deactivate')}
            </Button>
          ) : (
            <>
              <Button variant="default" size="xs" onClick={() => void back()}>
                {say('settings.reactivate')}
              </Button>
              <Button variant="subtle" color="red" size="xs" onClick={() => setDialog('erase')}>
                {say('settings.erase')}
              </Button>
            </>
          )}
        </span>
      )}
      {dialog === 'deactivate' && <DeactivateDialog member={member} close={() => setDialog(null)} />}
      {dialog === 'erase' && <EraseDialog member={member} close={() => setDialog(null)} />}
    </li>
  );
}
