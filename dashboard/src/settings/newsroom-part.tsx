import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useQuery } from 'urql';
import {
  type Digits,
  type NewsroomSettingsFragment,
  NewsroomToSetDocument,
  UpdateNewsroomDocument,
} from '../generated/documents';
import { LANGUAGE_NAMES, LANGUAGES } from '../preferences/preferences';
import { useSession, useViewer } from '../session/session';
import { useTell } from '../shell/use-tell';
import { FailureAlert } from '../states/failure-alert';
import { Loading, Trouble } from '../states/states';
import { useWords } from '../words/words';
import { PUBLIC_FIELDS, PublicFields } from './public-fields';
import { useSave } from './use-save';
import styles from './settings.module.css';

const FIELDS = ['name', 'publicName', 'logoUrl', 'languages', 'timeZone', 'digits', ...PUBLIC_FIELDS];
const DIGITS: readonly (readonly [Digits, string])[] = [
  ['EUROPEAN', '1 2 3'],
  ['ARABIC_INDIC', '١ ٢ ٣'],
];

/** What the newsroom is called, and the languages, zone and digits that it works in. */
export function NewsroomPart() {
  const [{ data, error }, again] = useQuery({ query: NewsroomToSetDocument });
  if (error && !data) return <Trouble error={error} again={again} />;
  if (!data) return <Loading />;
  return <NewsroomForm newsroom={data.viewer.newsroom} />;
}

function NewsroomForm({ newsroom }: { readonly newsroom: NewsroomSettingsFragment }) {
  const say = useWords();
  const tell = useTell();
  const { refresh } = useSession();
  const isAdmin = useViewer().role === 'ADMIN';
  const [written, setWritten] = useState(newsroom);
  const { save, saving, failure, faultOf } = useSave(UpdateNewsroomDocument);
  const write = (part: Partial<NewsroomSettingsFragment>) => setWritten((before) => ({ ...before, ...part }));
  const { name, publicName, logoUrl, languages, timeZone, digits } = written;
  const turn = (language: string, on: boolean) =>
    write({ languages: on ? [...languages, language] : languages.filter((each) => each !== language) });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const texts = Object.fromEntries(
      (['publicName', 'logoUrl', ...PUBLIC_FIELDS] as const).map((field) => [field, written[field]?.trim() || null]),
    );
    if (!(await save({ input: { name: name.trim(), ...texts, languages, timeZone, digits } }))) return;
    tell.done(say('settings.saved'));
    // The head of the desk and all times show what is new.
    if (name !== newsroom.name || timeZone !== newsroom.timeZone) refresh();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      {!isAdmin && <p className={styles.dim}>{say('settings.admin-only')}</p>}
      <TextInput
        label={say('settings.newsroom.name')}
        value={name}
        onChange={(event) => write({ name: event.currentTarget.value })}
        error={faultOf('name')}
        disabled={!isAdmin}
        required
        withAsterisk={false}
      />
      <TextInput
        label={say('settings.newsroom.public-name')}
        description={say('settings.newsroom.public-name.explained')}
        value={publicName ?? ''}
        onChange={(event) => write({ publicName: event.currentTarget.value })}
        error={faultOf('publicName')}
        disabled={!isAdmin}
      />
      <TextInput
        label={say('settings.newsroom.logo')}
        description={say('settings.newsroom.logo.explained')}
        type="url"
        value={logoUrl ?? ''}
        onChange={(event) => write({ logoUrl: event.currentTarget.value })}
        error={faultOf('logoUrl')}
        dir="ltr"
        disabled={!isAdmin}
      />
      <Checkbox.Group
        label={say('settings.newsroom.languages')}
        description={say('settings.newsroom.languages.explained')}
        value={[...languages]}
        error={faultOf('languages')}
      >
        <div className={`${styles.pair} ${styles.boxes}`}>
          {LANGUAGES.map((each) => (
            <Checkbox
              key={each}
              value={each}
              label={LANGUAGE_NAMES[each]}
              onChange={(event) => turn(each, event.currentTarget.checked)}
              disabled={!isAdmin}
            />
          ))}
        </div>
      </Checkbox.Group>
      <div className={styles.pair}>
        <NativeSelect
          label={say('settings.newsroom.time-zone')}
          value={timeZone}
          onChange={(event) => write({ timeZone: event.currentTarget.value })}
          error={faultOf('timeZone')}
          data={zonesWith(newsroom.timeZone)}
          dir="ltr"
          disabled={!isAdmin}
        />
        <NativeSelect
          label={say('preferences.digits')}
          value={digits}
          onChange={(event) => write({ digits: event.currentTarget.value as Digits })}
          error={faultOf('digits')}
          data={DIGITS.map(([value, label]) => ({ value, label }))}
          dir="ltr"
          disabled={!isAdmin}
        />
      </div>
      <PublicFields written={written} write={isAdmin ? write : null} faultOf={faultOf} />
      <FailureAlert failure={failure} placed={FIELDS} />
      {isAdmin && (
        <div>
          <Button type="submit" loading={saving} disabled={!name.trim() || languages.length === 0}>
            {say('settings.save')}
          </Button>
        </div>
      )}
    </form>
  );
}

/** What this browser knows, and the zone that is set, which it may not know. */
const zonesWith = (own: string): string[] => [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), own])].sort();
