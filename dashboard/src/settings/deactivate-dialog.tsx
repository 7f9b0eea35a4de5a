import { Button, NativeSelect, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useQuery } from 'urql';
import { DeactivateMemberDocument, type MemberLineFragment, MembersInFullDocument } from '../generated/documents';
import { Dialog } from '../shell/dialog';
import { useTell } from '../shell/use-tell';
import { FailureAlert } from '../states/failure-alert';
import { useWords } from '../words/words';
import { useSave } from './use-save';
import styles from './settings.module.css';

interface DeactivateDialogProps {
  readonly member: MemberLineFragment;
  readonly close: () => void;
}

/** Closes the desk to a member, whose open work goes to somebody else or becomes free. */
export function DeactivateDialog({ member, close }: DeactivateDialogProps) {
  const say = useWords();
  const tell = useTell();
  const [successor, setSuccessor] = useState('');
  const [{ data }] = useQuery({ query: MembersInFullDocument, variables: { after: null, active: true } });
  const { save, saving, failure } = useSave(DeactivateMemberDocument);
  const others = data?.members.nodes.filter(({ id, role }) => id !== member.id && role !== 'VIEWER') ?? [];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await save({ id: member.id, reassignTo: successor || null }))) return;
    tell.done(say('settings.deactivated', { name: member.name }));
    close();
  };
  return (
    <Dialog opened close={close} title={say('settings.deactivate.title', { name: member.name })}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <Text size="sm">{say('settings.deactivate.explained')}</Text>
        <NativeSelect
          label={say('settings.deactivate.successor')}
          value={successor}
          onChange={(event) => setSuccessor(event.currentTarget.value)}
          data={[
            { value: '', label: say('settings.deactivate.nobody') },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          data-autofocus
        />
        <FailureAlert failure={failure} placed={[]} />
        <div className={styles.buttons}>
          <Button type="submit" loading={saving}>
            {say('settings.deactivate')}
          </Button>
          <Button variant="default" onClick={close}>
            {say('shell.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
