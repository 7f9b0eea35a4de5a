import { Button, Checkbox } from '@mantine/core';
import type { CombinedError } from '@urql/core';
import { type FormEvent, useState } from 'react';
import type { ArticleTask } from '../article/use-article';
import { readFailure } from '../graphql/failure';
import { Dialog } from '../shell/dialog';
import { useWords } from '../words/words';
import { readAttribution, type WrittenAttribution } from './attribution';
import { AttributionFields } from './attribution-fields';
import { MendTrouble } from './mend-trouble';
import type { Mend } from './use-mend';
import { cueOf } from './use-mend';
import { WordsOf } from './words-of';
import styles from './mending.module.css';

interface ReattributeDialogProps {
  readonly task: ArticleTask;
  readonly article: { readonly text: string; readonly language: string };
  readonly tasks: readonly ArticleTask[];
  readonly mend: Mend;
  readonly close: () => void;
}

/** Says anew who said it. Without a name nobody did, or of a claim the article itself. */
export function ReattributeDialog({ task, article, tasks, mend, close }: ReattributeDialogProps) {
  const say = useWords();
  const { speaker, spans } = task.subject;
  const cueBefore = cueOf(task);
  const cueWords = cueBefore ? article.text.slice(cueBefore.start, cueBefore.end) : '';
  const [written, setWritten] = useState<WrittenAttribution>({
    name: speaker?.name ?? '',
    kind: speaker?.kind ?? '',
    anonymous: speaker?.anonymous ?? false,
    cue: cueWords,
  });
  const [withClaims, setWithClaims] = useState(task.kind === 'QUOTE');
  const [error, setError] = useState<CombinedError | null>(null);
  const read = readAttribution(article.text, spans, written);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const cue = written.cue === cueWords ? cueBefore : read.cue;
    const trouble = await mend.reattribute(task, {
      speaker: read.speaker,
      ...(cue && read.speaker && { cue }),
      withClaims: task.kind === 'QUOTE' && withClaims,
    });
    if (trouble) setError(trouble);
    else close();
  };
  const speakers = [...new Set(tasks.flatMap(({ subject }) => subject.speaker?.name ?? []))];
  return (
    <Dialog opened close={close} title={say('mending.reattribute')} size="lg">
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <WordsOf text={article.text} places={spans} language={article.language} />
        <AttributionFields
          written={written}
          write={(part) => setWritten((before) => ({ ...before, ...part }))}
          speakers={speakers}
          language={article.language}
          cueIsMissing={read.cueIsMissing && written.cue !== cueWords}
          faults={error ? readFailure(error).fields : {}}
        />
        {task.kind === 'QUOTE' && (
          <Checkbox
            label={say('mending.with-claims')}
            checked={withClaims}
            onChange={(event) => setWithClaims(event.currentTarget.checked)}
          />
        )}
        <MendTrouble error={error} />
        <div>
          <Button type="submit">{say('mending.reattribute')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
