import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { EraseMemberDocument, type MemberLineFragment } from '../generated/documents';
import { useTell } from '../shell/use-tell';
import { useWords } from '../words/words';
import { DialogForm } from './dialog-form';
import { useSave } from './use-save';

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
  const act = async () => {
    if (!(await save({ id: member.id }))) return;
    tell.done(say('settings.erased'));
    close();
  };
  return (
    <DialogForm
      title={say('settings.erase.title', { name: member.name })}
      close={close}
      action={say('settings.erase')}
      act={act}
      acting={saving}
      final
      disabled={typed.trim() !== member.email}
      failure={failure}
    >
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
    </DialogForm>
  );
}
