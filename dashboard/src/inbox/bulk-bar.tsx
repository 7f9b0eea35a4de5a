import { Button, NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useQuery } from 'urql';
import { MembersDocument } from '../generated/documents';
import { Dialog } from '../shell/dialog';
import { useWords } from '../words/words';
import type { TaskRow } from './use-task-pages';
import styles from './inbox.module.css';

interface BulkBarProps {
  readonly selected: readonly TaskRow[];
  readonly isBusy: boolean;
  readonly assign: (memberId: string) => void;
  readonly dismiss: (reason: string) => void;
  readonly clear: () => void;
}

/** What can be done to the selected tasks together. A verdict is never swept away with others: such a task has its own page. */
export function BulkBar({ selected, isBusy, assign, dismiss, clear }: BulkBarProps) {
  const say = useWords();
  const [asking, setAsking] = useState<'assign' | 'dismiss' | null>(null);
  const close = () => setAsking(null);
  const assignable = selected.filter(({ allowedActions }) => allowedActions.includes('ASSIGN'));
  const dismissable = selected.filter(isDismissable);
  return (
    <div className={styles.bulk} role="toolbar" aria-label={say('inbox.bulk')}>
      <span>{say('inbox.selected', { count: selected.length })}</span>
      <Button size="xs" disabled={!assignable.length} loading={isBusy} onClick={() => setAsking('assign')}>
        {say('inbox.assign', { count: assignable.length })}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={!dismissable.length}
        loading={isBusy}
        onClick={() => setAsking('dismiss')}
      >
        {say('inbox.dismiss', { count: dismissable.length })}
      </Button>
      <Button size="xs" variant="subtle" color="gray" onClick={clear}>
        {say('inbox.unselect')}
      </Button>
      {asking === 'assign' && (
        <AssignDialog
          close={close}
          assign={(memberId) => {
            close();
            assign(memberId);
          }}
        />
      )}
      {asking === 'dismiss' && (
        <DismissDialog
          count={dismissable.length}
          left={selected.length - dismissable.length}
          close={close}
          dismiss={(reason) => {
            close();
            dismiss(reason);
          }}
        />
      )}
    </div>
  );
}

/** Nothing is lost by dismissing it that reopening does not bring back. */
export const isDismissable = ({ allowedActions, status }: TaskRow): boolean =>
  allowedActions.includes('DISMISS') && (status === 'OPEN' || status === 'IN_PROGRESS');

function AssignDialog({ close, assign }: { readonly close: () => void; readonly assign: (memberId: string) => void }) {
  const say = useWords();
  const [chosen, setChosen] = useState('');
  const [{ data }] = useQuery({ query: MembersDocument, variables: {} });
  const able = data?.members.nodes.filter(({ role }) => role !== 'VIEWER' && role !== 'INTEGRATION') ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen) assign(chosen);
  };
  return (
    <Dialog opened close={close} title={say('inbox.assign.title')}>
      <form onSubmit={submit}>
        <NativeSelect
          label={say('inbox.assign.whom')}
          value={chosen}
          required
          withAsterisk={false}
          data-autofocus
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={[
            { value: '', label: say('inbox.assign.choose') },
            ...able.map(({ id, name, role }) => ({ value: id, label: `${name} · ${say(`role.${role}`)}` })),
          ]}
        />
        <Button type="submit" mt="md" disabled={!chosen}>
          {say('inbox.assign.do')}
        </Button>
      </form>
    </Dialog>
  );
}

interface DismissDialogProps {
  readonly count: number;
  readonly left: number;
  readonly close: () => void;
  readonly dismiss: (reason: string) => void;
}

function DismissDialog({ count, left, close, dismiss }: DismissDialogProps) {
  const say = useWords();
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim()) dismiss(reason.trim());
  };
  return (
    <Dialog opened close={close} title={say('inbox.dismiss', { count })}>
      <form onSubmit={submit}>
        {left > 0 && <p>{say('inbox.dismiss.left', { count: left })}</p>}
        <Textarea
          label={say('inbox.dismiss.reason')}
          description={say('inbox.dismiss.reason.explained')}
          value={reason}
          required
          withAsterisk={false}
          autosize
          minRows={2}
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" mt="md" disabled={!reason.trim()}>
          {say('inbox.dismiss', { count })}
        </Button>
      </form>
    </Dialog>
  );
}
