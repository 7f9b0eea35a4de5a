import { NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { DeactivateMemberDocument, type MemberLineFragment, MembersInFullDocument } from '../generated/documents';
import { useTell } from '../shell/use-tell';
import { useWords } from '../words/words';
import { DialogForm } from './dialog-form';
import { useSave } from './use-save';

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
  const act = async () => {
    if (!(await save({ id: member.id, reassignTo: successor || null }))) return;
    tell.done(say('settings.deactivated', { name: member.name }));
    close();
  };
  return (
    <DialogForm
      title={say('settings.deactivate.title', { name: member.name })}
      close={close}
      action={say('settings.deactivate')}
      act={act}
      acting={saving}
      failure={failure}
    >
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
    </DialogForm>
  );
}
