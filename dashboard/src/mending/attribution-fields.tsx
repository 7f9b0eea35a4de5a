import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useId } from 'react';
import type { SpeakerKind } from '../generated/documents';
import { useWords } from '../words/words';
import { SPEAKER_KINDS, type WrittenAttribution } from './attribution';
import styles from './mending.module.css';

interface AttributionFieldsProps {
  readonly written: WrittenAttribution;
  readonly write: (part: Partial<WrittenAttribution>) => void;
  /** The speakers whom the article has already. */
  readonly speakers: readonly string[];
  readonly language: string;
  readonly cueIsMissing: boolean;
  readonly faults: Readonly<Record<string, string>>;
}

/** Who said it, and by which words the article says so. */
export function AttributionFields(props: AttributionFieldsProps) {
  const { written, write, speakers, language, cueIsMissing, faults } = props;
  const say = useWords();
  const list = useId();
  return (
    <>
      <TextInput
        label={written.anonymous ? say('mending.source') : say('mending.speaker')}
        description={say('mending.speaker.explained')}
        value={written.name}
        onChange={(event) => write({ name: event.currentTarget.value })}
        list={list}
        error={faults['speaker.name']}
        lang={language}
        autoComplete="off"
        data-autofocus
      />
      <datalist id={list}>
        {speakers.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className={styles.pair}>
        <NativeSelect
          label={say('mending.speaker-kind')}
          value={written.kind}
          onChange={(event) => write({ kind: event.currentTarget.value as SpeakerKind | '' })}
          data={[
            { value: '', label: say('mending.unknown') },
            ...SPEAKER_KINDS.map((value) => ({ value, label: say(`speaker-kind.${value}`) })),
          ]}
        />
        <TextInput
          label={say('mending.cue')}
          description={say('mending.cue.explained')}
          value={written.cue}
          onChange={(event) => write({ cue: event.currentTarget.value })}
          error={cueIsMissing ? say('mending.cue.missing') : faults.cue}
          lang={language}
        />
      </div>
      <Checkbox
        label={say('mending.anonymous')}
        checked={written.anonymous}
        onChange={(event) => write({ anonymous: event.currentTarget.checked })}
      />
    </>
  );
}
