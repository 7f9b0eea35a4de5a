import { Button, NumberInput, Radio } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useQuery } from 'urql';
import {
  type ParticipantsShown,
  PolicyDocument,
  type PolicyInFullFragment,
  UpdatePolicyDocument,
} from '../generated/documents';
import { useViewer } from '../session/session';
import { useTell } from '../shell/use-tell';
import { FailureAlert } from '../states/failure-alert';
import { Loading, Trouble } from '../states/states';
import { useWords } from '../words/words';
import { ReasonWeights } from './reason-weights';
import { useSave } from './use-save';
import styles from './settings.module.css';

const NUMBERS = [
  { field: 'leaseMinutes', min: 1, max: 1440, step: 5 },
  { field: 'minEvidence', min: 0, max: 20, step: 1 },
  { field: 'minRationaleLength', min: 0, max: 2000, step: 10 },
  { field: 'checkWorthinessThreshold', min: 0, max: 1, step: 0.05 },
] as const;
const SHOWN: readonly ParticipantsShown[] = ['NOBODY', 'NAMES'];

/** What the newsroom asks of its own work. */
export function PolicyPart() {
  const [{ data, error }, again] = useQuery({ query: PolicyDocument });
  if (error && !data) return <Trouble error={error} again={again} />;
  if (!data) return <Loading />;
  return <PolicyForm policy={data.newsroomPolicy} />;
}

function PolicyForm({ policy }: { readonly policy: PolicyInFullFragment }) {
  const say = useWords();
  const tell = useTell();
  const isAdmin = useViewer().role === 'ADMIN';
  const [written, setWritten] = useState(policy);
  const { save, saving, failure, faultOf } = useSave(UpdatePolicyDocument);
  const write = (part: Partial<PolicyInFullFragment>) => setWritten((before) => ({ ...before, ...part }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { leaseMinutes, minEvidence, minRationaleLength, checkWorthinessThreshold, participantsShown } = written;
    const reasonWeights = written.reasonWeights.map(({ name, weight }) => ({ name, weight }));
    const numbers = { leaseMinutes, minEvidence, minRationaleLength, checkWorthinessThreshold };
    const input = { ...numbers, participantsShown, reasonWeights, expectedVersion: policy.version };
    if (await save({ input })) tell.done(say('settings.saved'));
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      {!isAdmin && <p className={styles.dim}>{say('settings.admin-only')}</p>}
      {NUMBERS.map(({ field, ...bounds }) => (
        <NumberInput
          key={field}
          label={say(`settings.policy.${field}`)}
          description={say(`settings.policy.${field}.explained`)}
          value={written[field]}
          onChange={(value) => typeof value === 'number' && write({ [field]: value })}
          error={faultOf(field)}
          {...bounds}
          disabled={!isAdmin}
        />
      ))}
      <Radio.Group
        label={say('settings.policy.participants')}
        value={written.participantsShown}
        onChange={(value) => write({ participantsShown: value as ParticipantsShown })}
        error={faultOf('participantsShown')}
      >
        <div className={styles.form}>
          {SHOWN.map((each) => (
            <Radio
              key={each}
              value={each}
              label={say(`settings.policy.participants.${each}`)}
              description={say(`settings.policy.participants.${each}.explained`)}
              disabled={!isAdmin}
            />
          ))}
        </div>
      </Radio.Group>
      <ReasonWeights
        weights={written.reasonWeights}
        change={isAdmin ? (reasonWeights) => write({ reasonWeights }) : null}
        fault={faultOf('reasonWeights')}
      />
      <FailureAlert
        failure={failure}
        conflict={say('settings.conflict')}
        placed={[...NUMBERS.map(({ field }) => field), 'participantsShown', 'reasonWeights']}
      />
      {isAdmin && (
        <div>
          <Button type="submit" loading={saving}>
            {say('settings.save')}
          </Button>
        </div>
      )}
    </form>
  );
}
