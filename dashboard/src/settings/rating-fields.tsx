import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core';
import { LANGUAGE_NAMES, LANGUAGES } from '../preferences/preferences';
import { useFormats } from '../words/formats';
import { useWords } from '../words/words';
import type { WrittenRating } from './written-scale';
import styles from './settings.module.css';

interface RatingFieldsProps {
  readonly rating: WrittenRating;
  /** Its place in the scale, from 1. */
  readonly number: number;
  readonly change: (rating: WrittenRating) => void;
  readonly move: (by: 1 | -1) => void;
  readonly drop: () => void;
}

const DEGREES = ['value', 'worst', 'best'] as const;

export function RatingFields({ rating, number, change, move, drop }: RatingFieldsProps) {
  const say = useWords();
  const formats = useFormats();
  const { code, labels, needsEvidence, degree } = rating;
  return (
    <fieldset className={styles.rating}>
      <legend>{say('settings.rating', { number: formats.number(number) })}</legend>
      <div className={styles.pair}>
        <TextInput
          label={say('settings.rating.code')}
          value={code}
          onChange={(event) => change({ ...rating, code: event.currentTarget.value.toUpperCase() })}
          dir="ltr"
          spellCheck={false}
          required
          withAsterisk={false}
        />
        {LANGUAGES.map((language) => (
          <TextInput
            key={language}
            label={LANGUAGE_NAMES[language]}
            value={labels[language]}
            onChange={(event) => change({ ...rating, labels: { ...labels, [language]: event.currentTarget.value } })}
            lang={language}
            dir={language === 'ar' ? 'rtl' : 'ltr'}
            required
            withAsterisk={false}
          />
        ))}
      </div>
      <Checkbox
        label={say('settings.scale.needs-evidence')}
        checked={needsEvidence}
        onChange={(event) => change({ ...rating, needsEvidence: event.currentTarget.checked })}
      />
      <Checkbox
        label={say('settings.rating.is-degree')}
        description={say('settings.rating.is-degree.explained')}
        checked={degree !== null}
        onChange={(event) =>
          change({ ...rating, degree: event.currentTarget.checked ? { value: 3, best: 5, worst: 1 } : null })
        }
      />
      {degree && (
        <div className={styles.pair}>
          {DEGREES.map((each) => (
            <NumberInput
              key={each}
              label={say(`settings.rating.${each}`)}
              value={degree[each]}
              onChange={(value) =>
                typeof value === 'number' && change({ ...rating, degree: { ...degree, [each]: value } })
              }
              min={1}
              max={100}
            />
          ))}
        </div>
      )}
      <div className={styles.buttons}>
        <Button variant="default" size="xs" onClick={() => move(-1)}>
          {say('settings.rating.up')}
        </Button>
        <Button variant="default" size="xs" onClick={() => move(1)}>
          {say('settings.rating.down')}
        </Button>
        <Button variant="subtle" color="red" size="xs" onClick={drop}>
          {say('settings.rating.drop')}
        </Button>
      </div>
    </fieldset>
  );
}
