import { Button, NativeSelect, SegmentedControl, Text, Textarea, TextInput, Title } from '@mantine/core';
import { type FormEvent, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useViewer } from '../session/session';
import { useTell } from '../shell/use-tell';
import { useTitle } from '../shell/use-title';
import { Empty } from '../states/states';
import { useFormats } from '../words/formats';
import { useWords } from '../words/words';
import { FileField } from './file-field';
import { handIn, type IntakeFailure, newKey, type Submission } from './intake';
import { findFault, isAddress, LONGEST_TEXT, NOTHING, toSubmission, type Way, WAYS, type Written } from './submission';
import { Refusal, UnderstoodCard } from './understood-card';
import { useLook } from './use-look';
import styles from './submit.module.css';

/** Hands an article in: pasted, as a file, or by its address. What is understood of it is shown before it is sent. */
export function SubmitScreen() {
  const say = useWords();
  const { role } = useViewer();
  useTitle(say('submit.title'));
  if (role === 'VIEWER')
    return (
      <Empty level={1} title={say('submit.title')}>
        {say('submit.why.role')}
      </Empty>
    );
  return <SubmitForm />;
}

function SubmitForm() {
  const say = useWords();
  const tell = useTell();
  const { number } = useFormats();
  const [, goTo] = useLocation();
  const [way, setWay] = useState<Way>('text');
  const [written, setWritten] = useState(NOTHING);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<IntakeFailure | null>(null);
  const fault = findFault(way, written);
  const submission = useMemo(() => (fault ? null : toSubmission(way, written)), [fault, way, written]);
  const look = useLook(submission);
  const keyOf = useKey();
  const write = (part: Partial<Written>) => {
    setFailure(null);
    setWritten((before) => ({ ...before, ...part }));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!submission) return;
    setSending(true);
    const answer = await handIn(submission, keyOf(submission));
    setSending(false);
    if ('failure' in answer) return setFailure(answer.failure);
    tell.done(say('submit.done'));
    goTo(`/articles/${answer.done.id}`);
  };
  const faults = failure?.fields ?? (look.is === 'refused' ? look.failure.fields : {});
  return (
    <div className={styles.page}>
      <Title order={1} size="h3">
        {say('submit.title')}
      </Title>
      <div className={styles.columns}>
        <form className={styles.form} onSubmit={(event) => void submit(event)}>
          <SegmentedControl
            aria-label={say('submit.way')}
            value={way}
            onChange={(value) => {
              setWay(value as Way);
              setFailure(null);
            }}
            data={WAYS.map((value) => ({ value, label: say(`submit.way.${value}`) }))}
          />
          {way === 'text' && (
            <>
              <Textarea
                label={say('submit.text')}
                description={say('submit.text.explained', { most: number(LONGEST_TEXT) })}
                value={written.text}
                onChange={(event) => write({ text: event.currentTarget.value })}
                error={
                  fault === 'too-long' ? say('submit.fault.too-long', { most: number(LONGEST_TEXT) }) : faults.text
                }
                autosize
                minRows={10}
                maxRows={22}
                data-autofocus
              />
              {isAddress(written.text) && (
                <Button
                  variant="default"
                  onClick={() => {
                    write({ url: written.text.trim(), text: '' });
                    setWay('url');
                  }}
                >
                  {say('submit.is-address')}
                </Button>
              )}
            </>
          )}
          {way === 'file' && (
            <>
              <FileField file={written.file} choose={(file) => write({ file })} />
              {(fault === 'not-this-kind' || fault === 'too-large') && (
                <Text c="red" size="sm" role="alert">
                  {say(`submit.fault.${fault}`)}
                </Text>
              )}
            </>
          )}
          {way === 'url' && (
            <TextInput
              label={say('submit.url')}
              description={say('submit.url.explained')}
              value={written.url}
              onChange={(event) => write({ url: event.currentTarget.value })}
              error={fault === 'no-url' && written.url.length > 8 ? say('submit.fault.no-url') : undefined}
              dir="ltr"
              inputMode="url"
              placeholder="https://"
            />
          )}
          <About way={way} written={written} write={write} faults={faults} />
          {failure && <Refusal failure={failure} />}
          <div>
            <Button type="submit" loading={isSending} disabled={!submission}>
              {say('submit.do')}
            </Button>
          </div>
        </form>
        <section aria-labelledby="understood">
          <Title order={2} size="h5" id="understood" mb="xs">
            {say('submit.understood')}
          </Title>
          <UnderstoodCard look={look} />
        </section>
      </div>
    </div>
  );
}

interface AboutProps {
  readonly way: Way;
  readonly written: Written;
  readonly write: (part: Partial<Written>) => void;
  readonly faults: Readonly<Record<string, string>>;
}

/** What is known about the article; what is left empty is taken from it. */
function About({ way, written, write, faults }: AboutProps) {
  const say = useWords();
  return (
    <fieldset className={styles.about}>
      <legend>{say('submit.about')}</legend>
      <TextInput
        label={say('submit.title-field')}
        value={written.title}
        onChange={(event) => write({ title: event.currentTarget.value })}
        error={faults.title}
      />
      <NativeSelect
        label={say('inbox.language')}
        value={written.language}
        onChange={(event) => write({ language: event.currentTarget.value })}
        error={faults.language}
        data={[
          { value: '', label: say('submit.identify') },
          ...(['ar', 'en', 'fr'] as const).map((value) => ({ value, label: say(`language.${value}`) })),
        ]}
      />
      <TextInput
        type="date"
        label={say('submit.date')}
        value={written.date}
        onChange={(event) => write({ date: event.currentTarget.value })}
        error={faults.publishedAt}
      />
      {way !== 'url' && (
        <TextInput
          label={say('submit.source')}
          value={written.sourceUrl}
          onChange={(event) => write({ sourceUrl: event.currentTarget.value })}
          error={faults.sourceUrl}
          dir="ltr"
          inputMode="url"
          placeholder="https://"
        />
      )}
    </fieldset>
  );
}

/** One key for one submission, however often it is sent: pressed twice, or again after the line broke, it is one article. */
function useKey(): (submission: Submission) => string {
  const kept = useRef<{ of: Submission; key: string } | null>(null);
  return (submission) => {
    if (kept.current?.of !== submission) kept.current = { of: submission, key: newKey() };
    return kept.current.key;
  };
}
