import { Button, NativeSelect, Textarea } from '@mantine/core';
import type { CombinedError } from '@urql/core';
import { type FormEvent, useState } from 'react';
import type { ArticleTask } from '../article/use-article';
import type { ClaimStance, QuoteType, ReviewTaskKind } from '../generated/documents';
import { readFailure } from '../graphql/failure';
import { Dialog } from '../shell/dialog';
import { useWords } from '../words/words';
import { NOBODY, readAttribution } from './attribution';
import { AttributionFields } from './attribution-fields';
import { MendTrouble } from './mend-trouble';
import type { Place } from './spans';
import type { Mend } from './use-mend';
import { WordsOf } from './words-of';
import styles from './mending.module.css';

export const QUOTE_TYPES: readonly QuoteType[] = ['DIRECT', 'INDIRECT', 'MIXED'];
export const CLAIM_STANCES: readonly ClaimStance[] = ['ASSERTED', 'DENIED', 'REPORTED', 'PREDICTED'];

interface AddDialogProps {
  readonly kind: ReviewTaskKind;
  readonly article: { readonly id: string; readonly text: string; readonly language: string };
  readonly places: readonly Place[];
  readonly tasks: readonly ArticleTask[];
  readonly mend: Mend;
  readonly close: (isDone: boolean) => void;
}

/** The quote within which all of the places lie, the smallest where there are several. */
function quoteAround(tasks: readonly ArticleTask[], places: readonly Place[]): ArticleTask | null {
  const sizeOf = ({ subject }: ArticleTask) => subject.spans.reduce((sum, { start, end }) => sum + end - start, 0);
  return (
    tasks
      .filter(({ kind, subject }) => kind === 'QUOTE' && subject.state === 'STANDING')
      .filter(({ subject: { spans } }) =>
        places.every((place) => spans.some(({ start, end }) => start <= place.start && place.end <= end)),
      )
      .toSorted((a, b) => sizeOf(a) - sizeOf(b))[0] ?? null
  );
}

/** Adds a quote or claim that the extraction has missed: the words are selected, this asks who said them and how. */
export function AddDialog({ kind, article, places, tasks, mend, close }: AddDialogProps) {
  const say = useWords();
  const around = kind === 'CLAIM' ? quoteAround(tasks, places) : null;
  const [attribution, setAttribution] = useState(NOBODY);
  const [sort, setSort] = useState<QuoteType | ClaimStance | ''>(kind === 'CLAIM' ? 'ASSERTED' : '');
  const [proposition, setProposition] = useState('');
  const [error, setError] = useState<CombinedError | null>(null);
  const [isSending, setSending] = useState(false);
  const read = readAttribution(article.text, places, attribution);
  const faults = error ? readFailure(error).fields : {};
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    const said = {
      articleId: article.id,
      spans: places.map(({ start, end }) => ({ start, end })),
      ...(read.cue && { cue: read.cue }),
      ...(read.speaker && { speaker: read.speaker }),
    };
    const trouble =
      kind === 'QUOTE'
        ? await mend.add('QUOTE', { ...said, ...(sort && { type: sort as QuoteType }) })
        : await mend.add('CLAIM', {
            ...said,
            stance: sort as ClaimStance,
            ...(around && { quoteId: around.subject.id }),
            ...(proposition.trim() && { proposition: proposition.trim() }),
          });
    setSending(false);
    if (trouble) setError(trouble);
    else close(true);
  };
  const speakers = [...new Set(tasks.flatMap(({ subject }) => subject.speaker?.name ?? []))];
  return (
    <Dialog opened close={() => close(false)} title={say(`mending.add.${kind}`)} size="lg">
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <WordsOf text={article.text} places={places} language={article.language} />
        {around ? (
          <p className={styles.dim}>
            {say('mending.in-quote')} <bdi>«{around.subject.text}»</bdi>
          </p>
        ) : (
          <AttributionFields
            written={attribution}
            write={(part) => setAttribution((before) => ({ ...before, ...part }))}
            speakers={speakers}
            language={article.language}
            cueIsMissing={read.cueIsMissing}
            faults={faults}
          />
        )}
        {kind === 'QUOTE' ? (
          <NativeSelect
            label={say('mending.type')}
            value={sort}
            onChange={(event) => setSort(event.currentTarget.value as QuoteType | '')}
            data={[
              { value: '', label: say('mending.by-marks') },
              ...QUOTE_TYPES.map((value) => ({ value, label: say(`quote-type.${value}`) })),
            ]}
          />
        ) : (
          <>
            <NativeSelect
              label={say('inbox.stance')}
              data-autofocus={around ? true : undefined}
              value={sort}
              onChange={(event) => setSort(event.currentTarget.value as ClaimStance)}
              data={CLAIM_STANCES.map((value) => ({ value, label: say(`stance.${value}`) }))}
            />
            <Textarea
              label={say('mending.proposition')}
              description={say('mending.proposition.explained')}
              value={proposition}
              onChange={(event) => setProposition(event.currentTarget.value)}
              error={faults.proposition}
              lang={article.language}
              autosize
            />
          </>
        )}
        <MendTrouble error={error} />
        <div>
          <Button type="submit" loading={isSending} disabled={read.cueIsMissing}>
            {say(`mending.add.${kind}`)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
