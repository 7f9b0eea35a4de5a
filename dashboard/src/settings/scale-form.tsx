import { Button, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { SaveScaleDocument, type ScaleInFullFragment } from '../generated/documents';
import { useTell } from '../shell/use-tell';
import { FailureAlert } from '../states/failure-alert';
import { useWords } from '../words/words';
import { RatingFields } from './rating-fields';
import { useSave } from './use-save';
import { addRating, beginScale, moveRating, toScaleInput } from './written-scale';
import styles from './settings.module.css';

interface ScaleFormProps {
  readonly scale: ScaleInFullFragment;
  readonly saved: () => void;
  readonly close: () => void;
}

/** Writes the next version of a scale. What was rated by an earlier one stays as it is. */
export function ScaleForm({ scale, saved, close }: ScaleFormProps) {
  const say = useWords();
  const tell = useTell();
  const [written, setWritten] = useState(() => beginScale(scale));
  const { save, saving, failure, faultOf } = useSave(SaveScaleDocument);
  const { code, ratings } = written;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await save({ input: toScaleInput(scale, written) }))) return;
    tell.done(say('settings.scale.saved'));
    saved();
  };
  return (
    <form className={styles.section} onSubmit={(event) => void submit(event)}>
      <Title order={2} size="h4">
        {say(`kind.${scale.kind}`)}
      </Title>
      <p className={styles.dim}>{say('settings.scale.explained')}</p>
      <TextInput
        label={say('settings.scale.code')}
        description={say('settings.scale.code.explained')}
        value={code}
        onChange={(event) => setWritten({ ...written, code: event.currentTarget.value.toUpperCase() })}
        error={faultOf('code')}
        dir="ltr"
        spellCheck={false}
        required
        withAsterisk={false}
      />
      {ratings.map((rating, at) => (
        <RatingFields
          key={rating.key}
          rating={rating}
          number={at + 1}
          change={(next) => setWritten({ ...written, ratings: ratings.map((each) => (each === rating ? next : each)) })}
          move={(by) => setWritten({ ...written, ratings: moveRating(ratings, at, by) })}
          drop={() => setWritten({ ...written, ratings: ratings.filter((each) => each !== rating) })}
        />
      ))}
      <div>
        <Button variant="default" size="xs" onClick={() => setWritten({ ...written, ratings: addRating(ratings) })}>
          {say('settings.rating.add')}
        </Button>
      </div>
      <FailureAlert failure={failure} conflict={say('settings.conflict')} placed={['code']} />
      <div className={styles.buttons}>
        <Button type="submit" loading={saving} disabled={!code.trim() || ratings.length < 2}>
          {say('settings.save')}
        </Button>
        <Button variant="default" onClick={close}>
          {say('shell.cancel')}
        </Button>
      </div>
    </form>
  );
}
