import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type ClipboardEvent, type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import {
  AddEvidenceDocument,
  type EvidenceKind,
  type EvidencePieceFragment,
  type EvidenceStance,
  UpdateEvidenceDocument,
} from '../generated/documents';
import { readFailure } from '../graphql/failure';
import { useTell } from '../shell/use-tell';
import { useWords } from '../words/words';
import { readPasted } from './read-pasted';
import styles from './task.module.css';

export const EVIDENCE_STANCES: readonly EvidenceStance[] = ['SUPPORTS', 'REFUTES', 'CONTEXT'];
const KINDS: readonly EvidenceKind[] = ['PRIMARY', 'SECONDARY'];

interface Written {
  readonly url: string;
  readonly quotation: string;
  readonly note: string;
  readonly stance: EvidenceStance | '';
  readonly kind: EvidenceKind | '';
  readonly language: string;
  readonly protected: boolean;
  readonly protectionReason: string;
}

const NOTHING: Written = {
  ...{ url: '', quotation: '', note: '', stance: '', kind: '', language: '' },
  ...{ protected: false, protectionReason: '' },
};

const asWritten = (piece: EvidencePieceFragment): Written => ({
  url: piece.url ?? '',
  quotation: piece.quotation ?? '',
  note: piece.note ?? '',
  stance: piece.stance,
  kind: piece.kind ?? '',
  language: piece.language ?? '',
  protected: piece.protected,
  protectionReason: piece.protectionReason ?? '',
});

const asInput = (written: Written, stance: EvidenceStance) => ({
  stance,
  url: written.url.trim() || undefined,
  quotation: written.quotation.trim() || undefined,
  note: written.note.trim() || undefined,
  kind: written.kind || undefined,
  language: written.language || undefined,
  protected: written.protected || undefined,
  protectionReason: written.protected ? written.protectionReason.trim() || undefined : undefined,
});

interface EvidenceFormProps {
  readonly taskId: string;
  /** What is changed; left out, a new piece is added. */
  readonly piece?: EvidencePieceFragment;
  readonly done?: () => void;
}

/** Adds a source, or changes one. Whatever is pasted into its first field is taken apart: address there, words here. */
export function EvidenceForm({ taskId, piece, done }: EvidenceFormProps) {
  const say = useWords();
  const tell = useTell();
  const begin = piece ? asWritten(piece) : NOTHING;
  const [written, setWritten] = useState(begin);
  const [isWide, setWide] = useState(Boolean(begin.kind || begin.language || begin.protected));
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [adding, add] = useMutation(AddEvidenceDocument);
  const [changing, change] = useMutation(UpdateEvidenceDocument);
  const write = (part: Partial<Written>) => setWritten((before) => ({ ...before, ...part }));

  const paste = (event: ClipboardEvent) => {
    const { url, quotation } = readPasted(event.clipboardData.getData('text/plain'));
    if (!quotation) return;
    event.preventDefault();
    write({ url: url || written.url, quotation: written.quotation || quotation });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!written.stance) return;
    const content = asInput(written, written.stance);
    const { error } = await (piece
      ? change({ input: { id: piece.id, ...content } })
      : add({ input: { taskId, ...content } }));
    if (error) {
      const failure = readFailure(error);
      setFaults(failure.fields);
      if (!Object.keys(failure.fields).length) tell.trouble(error);
      return;
    }
    setWritten(piece ? written : NOTHING);
    setFaults({});
    tell.done(piece ? say('evidence.changed') : say('evidence.added'));
    done?.();
  };
  const isEmpty = !written.url.trim() && !written.quotation.trim() && !written.note.trim();
  const lacksReason = written.protected && !written.protectionReason.trim();
  return (
    <form className={styles.evidenceForm} onSubmit={(event) => void submit(event)}>
      <TextInput
        id={piece ? undefined : 'evidence-url'}
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
      {isWide && (
        <>
          <NativeSelect
            label={say('evidence.kind')}
            value={written.kind}
            onChange={(event) => write({ kind: event.currentTarget.value as EvidenceKind | '' })}
            data={[
              { value: '', label: say('evidence.unsaid') },
              ...KINDS.map((value) => ({ value, label: say(`evidence.kind.${value}`) })),
            ]}
          />
          <NativeSelect
            label={say('evidence.language')}
            value={written.language}
            onChange={(event) => write({ language: event.currentTarget.value })}
            error={faults.language}
            data={[
              { value: '', label: say('evidence.unsaid') },
              ...(['ar', 'en', 'fr'] as const).map((value) => ({ value, label: say(`language.${value}`) })),
              ...(['', 'ar', 'en', 'fr'].includes(begin.language) ? [] : [begin.language]),
            ]}
          />
          <Checkbox
            label={say('evidence.protected')}
            description={say('evidence.protected.explained')}
            checked={written.protected}
            onChange={(event) => write({ protected: event.currentTarget.checked })}
          />
          {written.protected && (
            <TextInput
              label={say('evidence.protected.reason')}
              value={written.protectionReason}
              onChange={(event) => write({ protectionReason: event.currentTarget.value })}
              error={faults.protectionReason}
              required
              withAsterisk={false}
            />
          )}
        </>
      )}
      <div className={styles.formButtons}>
        <Button
          type="submit"
          variant="default"
          loading={adding.fetching || changing.fetching}
          disabled={isEmpty || !written.stance || lacksReason}
        >
          {piece ? say('evidence.save') : say('evidence.add')}
        </Button>
        {piece && (
          <Button variant="subtle" onClick={done}>
            {say('shell.cancel')}
          </Button>
        )}
        {!isWide && (
          <Button variant="subtle" onClick={() => setWide(true)}>
            {say('evidence.more')}
          </Button>
        )}
      </div>
    </form>
  );
}
