import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { CreateApiKeyDocument, type Role } from '../generated/documents';
import { useViewer } from '../session/session';
import { FailureAlert } from '../states/failure-alert';
import { useWords } from '../words/words';
import { rolesUpTo } from './roles';
import { useSave } from './use-save';
import styles from './settings.module.css';

/** Days until a new key ends; '' for never. */
const LENGTHS = ['30', '90', '365', ''] as const;
const DAY_MS = 86_400_000;

/** Makes a key: one's own, or for an ADMIN a machine's. */
export function KeyForm({ made }: { readonly made: (key: string) => void }) {
  const say = useWords();
  const viewer = useViewer();
  const [label, setLabel] = useState('');
  const [machine, setMachine] = useState(viewer.member === null);
  const [role, setRole] = useState<Role>(viewer.role);
  const [days, setDays] = useState<string>('90');
  const { save, saving, failure, faultOf } = useSave(CreateApiKeyDocument);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const expiresAt = days ? new Date(Date.now() + Number(days) * DAY_MS).toISOString() : null;
    const data = await save({ input: { label: label.trim(), machine, expiresAt, ...(machine ? {} : { role }) } });
    if (!data) return;
    setLabel('');
    made(data.createApiKey.key);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextInput
        label={say('settings.key.label')}
        description={say('settings.key.label.explained')}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
        error={faultOf('label')}
        required
        withAsterisk={false}
      />
      {viewer.role === 'ADMIN' && (
        <Checkbox
          label={say('settings.key.machine')}
          description={say('settings.key.machine.explained')}
          checked={machine}
          onChange={(event) => setMachine(event.currentTarget.checked)}
        />
      )}
      <div className={styles.pair}>
        {!machine && (
          <NativeSelect
            label={say('settings.role')}
            value={role}
            onChange={(event) => setRole(event.currentTarget.value as Role)}
            error={faultOf('role')}
            data={rolesUpTo(viewer.role).map((each) => ({ value: each, label: say(`role.${each}`) }))}
          />
        )}
        <NativeSelect
          label={say('settings.key.length')}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
          error={faultOf('expiresAt')}
          data={LENGTHS.map((each) => ({
            value: each,
            label: each ? say('settings.days', { count: Number(each) }) : say('settings.key.never'),
          }))}
        />
      </div>
      <FailureAlert failure={failure} placed={['label', 'role', 'expiresAt']} />
      <div>
        <Button type="submit" loading={saving} disabled={!label.trim()}>
          {say('settings.key.make')}
        </Button>
      </div>
    </form>
  );
}
