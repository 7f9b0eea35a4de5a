import { Badge, Button, Title } from '@mantine/core';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { RetireScaleDocument, type ScaleInFullFragment, ScalesDocument } from '../generated/documents';
import { usePreferences } from '../preferences/preferences';
import { useViewer } from '../session/session';
import { useTell } from '../shell/use-tell';
import { Loading, Trouble } from '../states/states';
import { useFormats } from '../words/formats';
import { useWords } from '../words/words';
import { ScaleForm } from './scale-form';
import styles from './settings.module.css';

/** The scales by which verdicts are given: those in force, and every version before them. */
export function ScalesPart() {
  const say = useWords();
  const [{ data, error }, again] = useQuery({ query: ScalesDocument });
  const [edited, setEdited] = useState<ScaleInFullFragment | null>(null);
  const isAdmin = useViewer().role === 'ADMIN';
  if (error && !data) return <Trouble error={error} again={again} />;
  if (!data) return <Loading />;
  const all = data.ratingScaleVersions;
  const refresh = () => {
    setEdited(null);
    again({ requestPolicy: 'network-only' });
  };
  if (edited) return <ScaleForm scale={edited} saved={refresh} close={() => setEdited(null)} />;
  const [inForce, earlier] = [all.filter((scale) => scale.inForce), all.filter((scale) => !scale.inForce)];
  return (
    <>
      {!isAdmin && <p className={styles.dim}>{say('settings.admin-only')}</p>}
      {inForce.map((scale) => (
        <ScaleView key={nameOf(scale)} scale={scale} edit={isAdmin ? () => setEdited(scale) : null} changed={refresh} />
      ))}
      {earlier.length > 0 && (
        <details>
          <summary>{say('settings.scales.earlier', { count: earlier.length })}</summary>
          {earlier.map((scale) => (
            <ScaleView
              key={nameOf(scale)}
              scale={scale}
              edit={isAdmin ? () => setEdited(scale) : null}
              changed={refresh}
            />
          ))}
        </details>
      )}
    </>
  );
}

const nameOf = ({ code, version }: ScaleInFullFragment) => `${code} ${version}`;

interface ScaleViewProps {
  readonly scale: ScaleInFullFragment;
  /** Null for whoever may only read. */
  readonly edit: (() => void) | null;
  readonly changed: () => void;
}

function ScaleView({ scale, edit, changed }: ScaleViewProps) {
  const say = useWords();
  const tell = useTell();
  const { language } = usePreferences();
  const { number } = useFormats();
  const [, retire] = useMutation(RetireScaleDocument);
  const { code, version, kind, isDefault, inForce, retired, ratings } = scale;
  const end = async () => {
    const { error } = await retire({ code, expectedVersion: version });
    if (error) return tell.trouble(error);
    tell.done(say('settings.scale.retired'));
    changed();
  };
  return (
    <section className={styles.section}>
      <Title order={2} size="h4">
        {say(`kind.${kind}`)} · <bdi dir="ltr">{code}</bdi> {number(version)}{' '}
        {isDefault && <Badge variant="light">{say('settings.scale.default')}</Badge>}{' '}
        {retired && (
          <Badge color="gray" variant="light">
            {say('settings.scale.is-retired')}
          </Badge>
        )}
      </Title>
      <ul className={styles.list}>
        {ratings.map((rating) => (
          <li key={rating.code}>
            <span className={styles.what}>
              {rating.labels[language]}
              <small>
                <bdi dir="ltr">{rating.code}</bdi>
                {rating.ratingValue != null && (
                  <> · {say('settings.scale.degree', { value: rating.ratingValue, best: rating.bestRating ?? 0 })}</>
                )}
                {rating.needsEvidence && <> · {say('settings.scale.needs-evidence')}</>}
              </small>
            </span>
          </li>
        ))}
      </ul>
      {edit && (
        <div className={styles.buttons}>
          <Button variant="default" size="xs" onClick={edit}>
            {say(isDefault ? 'settings.scale.own' : 'settings.scale.change')}
          </Button>
          {!isDefault && inForce && (
            <Button variant="subtle" color="red" size="xs" onClick={() => void end()}>
              {say('settings.scale.retire')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
