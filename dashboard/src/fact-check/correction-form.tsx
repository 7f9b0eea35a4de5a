import { Button, NativeSelect, Radio, Text, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type FormEvent, useMemo, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { CorrectFactCheckDocument, type CorrectionClass, CorrectionPreviewDocument } from '../generated/documents';
import { type Failure, readFailure } from '../graphql/failure';
import { usePreferences } from '../preferences/preferences';
import { useTell } from '../shell/use-tell';
import { FailureAlert } from '../states/failure-alert';
import { useWords } from '../words/words';
import { beginCorrection, CLASSES, toCorrection, type WrittenCorrection } from './correction';
import { PageFrame } from './page-frame';
import type { FactCheckInFull } from './use-fact-check';
import styles from './fact-check.module.css';

const LOOK_AFTER_MS = 500;
const TEXTS = ['title', 'claimReviewed', 'summary', 'rationale'] as const;

interface CorrectionFormProps {
  readonly factCheck: FactCheckInFull;
  /** The class that one begins with: a retraction has a button of its own. */
  readonly begin: CorrectionClass | '';
  readonly close: () => void;
}

/** Proposes a correction, with the page as it would read beside it. Somebody else decides on it. */
export function CorrectionForm({ factCheck, begin, close }: CorrectionFormProps) {
  const say = useWords();
  const tell = useTell();
  const { language } = usePreferences();
  const [written, setWritten] = useState<WrittenCorrection>(() => ({ ...beginCorrection(factCheck), class: begin }));
  const [failure, setFailure] = useState<Failure | null>(null);
  const [{ fetching }, correct] = useMutation(CorrectFactCheckDocument);
  const write = (part: Partial<WrittenCorrection>) => setWritten((before) => ({ ...before, ...part }));
  const input = useMemo(() => toCorrection(factCheck, written), [factCheck, written]);
  const [looked] = useDebouncedValue(input, LOOK_AFTER_MS);
  const [{ data }] = useQuery({
    query: CorrectionPreviewDocument,
    variables: { input: looked! },
    pause: !looked,
    requestPolicy: 'network-only',
  });
  const preview = data?.correctionPreview;
  const ratings = factCheck.task.verdict?.scale.ratings ?? [];
  const faultOf = (field: string) =>
    failure?.fields[field] ?? preview?.faults.find((fault) => fault.field === field)?.message;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!input) return;
    const { error } = await correct({ input });
    if (error) return setFailure(readFailure(error));
    tell.done(say('correction.proposed'));
    close();
  };
  const isRetraction = written.class === 'RETRACTION';
  const lacksRating = written.class === 'RATING_CHANGED' && !written.rating;
  return (
    <div className={styles.halves}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <Text size="sm">{say('correction.explained')}</Text>
        <Radio.Group
          label={say('correction.class')}
          value={written.class}
          onChange={(value) => write({ class: value as CorrectionClass })}
          error={faultOf('class')}
        >
          <div className={styles.classes}>
            {CLASSES.map((each) => (
              <Radio
                key={each}
                value={each}
                label={say(`correction.class.${each}`)}
                description={say(`correction.class.${each}.explained`)}
                data-autofocus={each === (begin || CLASSES[0]) || undefined}
              />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={say('correction.note')}
          description={say('correction.note.explained')}
          value={written.publicNote}
          onChange={(event) => write({ publicNote: event.currentTarget.value })}
          error={failure?.fields.publicNote}
          lang={factCheck.language}
          required
          withAsterisk={false}
          autosize
          minRows={2}
        />
        {written.class === 'RATING_CHANGED' && (
          <NativeSelect
            label={say('correction.rating')}
            value={written.rating}
            onChange={(event) => write({ rating: event.currentTarget.value })}
            error={faultOf('rating')}
            data={[
              { value: '', label: say('evidence.stance.choose') },
              ...ratings
                .filter(({ code }) => code !== factCheck.rating)
                .map(({ code, labels }) => ({ value: code, label: labels[language] })),
            ]}
          />
        )}
        {!isRetraction &&
          written.class &&
          TEXTS.map((field) => {
            const shared = {
              label: say(`correction.${field}`),
              value: written[field],
              error: faultOf(field),
              lang: factCheck.language,
            };
            const change = (event: { currentTarget: { value: string } }) =>
              write({ [field]: event.currentTarget.value });
            return field === 'title' ? (
              <TextInput key={field} {...shared} onChange={change} />
            ) : (
              <Textarea key={field} {...shared} onChange={change} autosize minRows={2} />
            );
          })}
        <FailureAlert failure={failure} conflict={say('correction.conflict')} />
        <div className={styles.buttons}>
          <Button
            type="submit"
            loading={fetching}
            disabled={!written.class || !written.publicNote.trim() || lacksRating}
            color={isRetraction ? 'red' : undefined}
          >
            {isRetraction ? say('correction.propose-retraction') : say('correction.propose')}
          </Button>
          <Button variant="default" onClick={close}>
            {say('shell.cancel')}
          </Button>
        </div>
      </form>
      <section aria-label={say('correction.preview')}>
        <Text size="sm" c="dimmed" mb="xs">
          {say('correction.preview')}
        </Text>
        <PageFrame html={preview?.html ?? factCheck.html} />
      </section>
    </div>
  );
}
