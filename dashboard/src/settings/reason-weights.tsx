import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useLingui } from '@lingui/react';
import { useKnownWord, useWords } from '../words/words';
import styles from './settings.module.css';

interface Weight {
  readonly name: string;
  readonly weight: number;
}

interface ReasonWeightsProps {
  readonly weights: readonly Weight[];
  /** Null for whoever may only read. */
  readonly change: ((weights: Weight[]) => void) | null;
  readonly fault?: string | undefined;
}

const WORDS_OF_REASONS = 'reason.';

/** Reasons of check-worthiness that weigh otherwise in this newsroom. */
export function ReasonWeights({ weights, change, fault }: ReasonWeightsProps) {
  const say = useWords();
  const known = useKnownWord();
  const { i18n } = useLingui();
  const nameOf = (name: string) => known(WORDS_OF_REASONS + name) ?? name;
  const free = Object.keys(i18n.messages)
    .filter((id) => id.startsWith(WORDS_OF_REASONS))
    .map((id) => id.slice(WORDS_OF_REASONS.length))
    .filter((name) => !weights.some((each) => each.name === name))
    .sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  return (
    <fieldset className={styles.rating}>
      <legend>{say('settings.policy.reasons')}</legend>
      <p className={styles.dim}>{say('settings.policy.reasons.explained')}</p>
      {weights.map(({ name, weight }) => (
        <div key={name} className={styles.pair}>
          <NumberInput
            label={nameOf(name)}
            value={weight}
            onChange={(value) =>
              typeof value === 'number' &&
              change?.(weights.map((each) => (each.name === name ? { name, weight: value } : each)))
            }
            min={-10}
            max={10}
            step={0.1}
            disabled={!change}
          />
          {change && (
            <Button variant="subtle" color="red" onClick={() => change(weights.filter((each) => each.name !== name))}>
              {say('settings.policy.reasons.drop')}
            </Button>
          )}
        </div>
      ))}
      {change && (
        <NativeSelect
          label={say('settings.policy.reasons.add')}
          value=""
          onChange={(event) => change([...weights, { name: event.currentTarget.value, weight: 0 }])}
          data={[
            { value: '', label: say('evidence.stance.choose') },
            ...free.map((name) => ({ value: name, label: nameOf(name) })),
          ]}
          error={fault}
        />
      )}
    </fieldset>
  );
}
