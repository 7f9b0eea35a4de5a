import { Title } from '@mantine/core';
import { useQuery } from 'urql';
import { TaskHistoryDocument } from '../generated/documents';
import { useTitle } from '../shell/use-title';
import { Empty, Loading, Trouble } from '../states/states';
import { EscalationNote } from '../task/escalation-note';
import { EvidenceList } from '../task/evidence-list';
import { ExcerptView } from '../task/excerpt-view';
import { Question } from '../task/question';
import { TaskHead } from '../task/task-head';
import { type TaskInFull, useTask } from '../task/use-task';
import { VerdictCard } from '../task/verdict-card';
import { useWords } from '../words/words';
import { Decision } from './decision';
import { WhatChanged } from './what-changed';
import styles from './review.module.css';

/** The second pair of eyes: proposal and evidence side by side, and the decision. */
export function ReviewScreen({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const say = useWords();
  const { task, error, isLoading, again } = useTask(params.id!);
  useTitle(say('review.title'));
  if (error && !task) return <Trouble error={error} again={again} />;
  if (isLoading) return <Loading />;
  if (!task)
    return (
      <Empty level={1} title={say('task.none')}>
        {say('task.none.explained')}
      </Empty>
    );
  return (
    <div className={styles.page}>
      <TaskHead task={task} isReview />
      <EscalationNote task={task} />
      <Question task={task} />
      <ExcerptView task={task} />
      <div className={styles.sides}>
        <section aria-labelledby="proposal">
          <Title order={2} size="h5" id="proposal">
            {say('review.proposal')}
          </Title>
          {task.verdict ? <VerdictCard verdict={task.verdict} /> : <p className={styles.none}>{say('review.none')}</p>}
          <Changes task={task} />
          <Decision task={task} />
        </section>
        <section aria-labelledby="evidence">
          <Title order={2} size="h5" id="evidence">
            {say('evidence.title')}
          </Title>
          <EvidenceList taskId={task.id} evidence={task.evidence} since={previousOf(task)?.proposedAt ?? null} />
        </section>
      </div>
    </div>
  );
}

/** The proposal before the one that stands; null where this is the first. */
function previousOf({ verdict, verdicts }: TaskInFull) {
  return verdict ? (verdicts.findLast(({ number }) => number < verdict.number) ?? null) : null;
}

function Changes({ task }: { readonly task: TaskInFull }) {
  const say = useWords();
  const previous = previousOf(task);
  const [{ data }] = useQuery({ query: TaskHistoryDocument, variables: { id: task.id }, pause: !previous });
  if (!previous || !task.verdict) return null;
  const asked = data?.reviewTask?.events.nodes.findLast(({ action }) => action === 'REQUEST_CHANGES');
  return (
    <section aria-labelledby="changed" className={styles.changes}>
      <Title order={3} size="h6" id="changed">
        {say('review.changed')}
      </Title>
      <WhatChanged before={previous} now={task.verdict} comment={asked?.comment ?? null} />
    </section>
  );
}
