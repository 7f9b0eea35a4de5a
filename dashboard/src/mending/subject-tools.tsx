import { Button, NativeSelect } from '@mantine/core';
import type { CombinedError } from '@urql/core';
import { useState } from 'react';
import type { ArticleTask } from '../article/use-article';
import type { ClaimStance, QuoteType } from '../generated/documents';
import { useTell } from '../shell/use-tell';
import { useWords } from '../words/words';
import { CLAIM_STANCES, QUOTE_TYPES } from './add-dialog';
import { ReattributeDialog } from './reattribute-dialog';
import { RejectDialog } from './reject-dialog';
import type { Mend } from './use-mend';
import styles from './mending.module.css';

interface SubjectToolsProps {
  readonly task: ArticleTask;
  readonly article: { readonly text: string; readonly language: string };
  readonly tasks: readonly ArticleTask[];
  readonly mend: Mend;
}

/** What an editor may do to the quote or claim that is chosen; what may not be done is not there. */
export function SubjectTools({ task, article, tasks, mend }: SubjectToolsProps) {
  const say = useWords();
  const tell = useTell();
  const [asking, setAsking] = useState<'REATTRIBUTE' | 'REJECT' | null>(null);
  const can = (action: ArticleTask['allowedActions'][number]) => task.allowedActions.includes(action);
  const run = (work: Promise<CombinedError | null>) => void work.then((error) => error && tell.trouble(error));
  const { subject } = task;
  const { resolution } = subject;
  const isResolved = Boolean(
    resolution?.resolvedTo && !resolution.refused && resolution.resolvedTo !== resolution.mention.text,
  );
  if (!(['REATTRIBUTE', 'RECLASSIFY', 'REJECT', 'RESTORE'] as const).some(can)) return null;
  return (
    <div className={`${styles.tools} no-print`}>
      {can('REATTRIBUTE') && (
        <Button size="compact-sm" variant="default" onClick={() => setAsking('REATTRIBUTE')}>
          {say('mending.reattribute')}
        </Button>
      )}
      {can('REFUSE_RESOLUTION') && isResolved && (
        <Button size="compact-sm" variant="default" onClick={() => run(mend.refuseResolution(task))}>
          {say('mending.refuse-resolution')}
        </Button>
      )}
      {can('RECLASSIFY') &&
        (subject.__typename === 'Quote' ? (
          <NativeSelect
            size="xs"
            aria-label={say('mending.type')}
            value={subject.type}
            onChange={(event) => run(mend.reclassify(task, { type: event.currentTarget.value as QuoteType }))}
            data={QUOTE_TYPES.map((value) => ({ value, label: say(`quote-type.${value}`) }))}
          />
        ) : (
          <NativeSelect
            size="xs"
            aria-label={say('inbox.stance')}
            value={subject.stance}
            onChange={(event) => run(mend.reclassify(task, { stance: event.currentTarget.value as ClaimStance }))}
            data={CLAIM_STANCES.map((value) => ({ value, label: say(`stance.${value}`) }))}
          />
        ))}
      {can('REJECT') && (
        <Button size="compact-sm" variant="default" onClick={() => setAsking('REJECT')}>
          {say(`mending.reject.${task.kind}`)}
        </Button>
      )}
      {can('RESTORE') && (
        <Button size="compact-sm" variant="default" onClick={() => run(mend.restore(task))}>
          {say('mending.restore')}
        </Button>
      )}
      {asking === 'REATTRIBUTE' && (
        <ReattributeDialog task={task} article={article} tasks={tasks} mend={mend} close={() => setAsking(null)} />
      )}
      {asking === 'REJECT' && <RejectDialog task={task} mend={mend} close={() => setAsking(null)} />}
    </div>
  );
}
