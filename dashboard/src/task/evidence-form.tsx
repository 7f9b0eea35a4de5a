import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type ClipboardEvent, type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { AddEvidenceDocument, type EvidenceStance } from '../generated/documents';
import { readFailure } from '../graphql/failure';
import { useTell } from '../shell/use-tell';
import { useWords } from '../words/words';
import { readPasted } from './read-pasted';
import styles from './task.module.css';

export const EVIDENCE_STANCES: readonly EvidenceStance[] = ['SUPPORTS', 'REFUTES', 'CONTEXT'];
const NOTHING = { url: '', quotation: '', note: '', stance: '' as EvidenceStance | '' };

/** Adds a source. Whatever is pasted into its first field is taken apart: address there, words here. */
export function EvidenceForm({ taskId }: { readonly taskId: string }) {
  const say = useWords();
  const tell = useTell();
  const [written, setWritten] = useState(NOTHING);
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [{ fetching }, add] = useMutation(AddEvidenceDocument);
  const write = (part: Partial<typeof NOTHING>) => setWritten((before) => ({ ...before, ...part }));

  const paste = (event: ClipboardEvent) => {
    const { url, quotation } = readPasted(event.clipboardData.getData('text/plain'));
    if (!quotation) return;
    event.preventDefault();
    write({ url: url || written.url, quotation: written.quotation || quotation });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!written.stance) return;
    const { error } = await add({
      input: {
        taskId,
        stance: written.stance,
        url: written.url.trim() || undefined,
        quotation: written.quotation.trim() || undefined,
        note: written.note.trim() || undefined,
      },
    });
    if (error) {
      const failure = readFailure(error);
      setFaults(failure.fields);
      if (!Object.keys(failure.fields).length) tell.trouble(error);
      return;
    }
    setWritten(NOTHING);
    setFaults({});
    tell.done(say('evidence.added'));
  };
  const isEmpty = !written.url.trim() && !written.quotation.trim() && !written.note.trim();
  return (
    <form className={styles.evidenceForm} onSubmit={(event) => void submit(event)}>
      <TextInput
        id="evidence-url"
        label={say('evidence.url')}
        description={say('evidence.url.explained')}
        value={written.url}
        onChange={(event) => write({ url: event.currentTarget.value })}
        onPaste={paste}
        error={faults.url}
        dir="ltr"
        inputMode="url"
        placeholder="https://"
      />
      <Textarea
        label={say('evidence.quotation')}
        value={written.quotation}
        onChange={(event) => write({ quotation: event.currentTarget.value })}
        error={faults.quotation}
        autosize
        minRows={2}
      />
      <Textarea
        label={say('evidence.note')}
        value={written.note}
        onChange={(event) => write({ note: event.currentTarget.value })}
        error={faults.note}
        autosize
      />
      <NativeSelect
        label={say('evidence.stance')}
        value={written.stance}
        onChange={(event) => write({ stance: event.currentTarget.value as EvidenceStance | '' })}
        data={[
          { value: '', label: say('evidence.stance.choose') },
          ...EVIDENCE_STANCES.map((value) => ({ value, label: say(`evidence.stance.${value}`) })),
        ]}
      />
      <Button type="submit" variant="default" loading={fetching} disabled={isEmpty || !written.stance}>
        {say('evidence.add')}
      </Button>
    </form>
  );
}
