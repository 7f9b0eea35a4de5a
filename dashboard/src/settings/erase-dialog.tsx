import { Button, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { EraseMemberDocument, type MemberLineFragment } from '../generated/documents';
import { Dialog } from '../shell/dialog';
import { useTell } from '../shell/use-tell';
import { FailureAlert } from '../states/failure-alert';
import { useWords } from '../words/words';
import { useSave } from './use-save';
import styles from './settings.module.css';

interface EraseDialogProps {
  readonly member: MemberLineFragment;
  readonly close: () => void;
}

/** Erases a person for good; their address is typed first, since there is no way back. */
export function EraseDialog({ member, close }: EraseDialogProps) {
  const say = useWords();
  const tell = useTell();
  const [typed, setTyped] = useState('');
  const { save, saving, failure } = useSave(EraseMemberDocument);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await save({ id: member.id }))) return;
    tell.done(say('settings.erased'));
    close();
  };
  return (
    <Dialog opened close={close} title={say('settings.erase.title', { name: member.name })}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <Text size="sm">{say('settings.erase.explained')}</Text>
        <TextInput
          label={say('settings.erase.confirm')}
          description={<bdi dir="ltr">{member.email}</bdi>}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
          data-autofocus
        />
        <FailureAlert failure={failure} placed={[]} />
        <div className={styles.buttons}>
          <Button type="submit" color="red" loading={saving} disabled={typed.trim() !== member.email}>
            {say('settings.erase')}
          </Button>
          <Button variant="default" onClick={close}>
            {say('shell.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
