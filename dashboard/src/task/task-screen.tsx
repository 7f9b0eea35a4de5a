import { Title } from '@mantine/core';
import { useViewer } from '../session/session';
import { useTitle } from '../shell/use-title';
import { Empty, Loading, Trouble } from '../states/states';
import { useWords } from '../words/words';
import { Chain } from './chain';
import { EscalationNote } from './escalation-note';
import { EvidenceForm } from './evidence-form';
import { EvidenceList } from './evidence-list';
import { ExcerptView } from './excerpt-view';
import { History } from './history';
import { Question } from './question';
import { Ranking } from './ranking';
import { TaskHead } from './task-head';
import { Similar } from './similar';
import { type TaskInFull, useTask } from './use-task';
import { VerdictCard } from './verdict-card';
import { VerdictForm } from './verdict-form';
import styles from './task.module.css';

/** One task: what it asks, where it stands, what speaks to it, and the answer. */
export function TaskScreen({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const say = useWords();
  const { task, error, isLoading, again } = useTask(params.id!);
  const subject = task?.subject;
  useTitle(subject && (subject.__typename === 'Claim' ? subject.proposition : subject.text));
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
      <TaskHead task={task} />
      <EscalationNote task={task} />
      <div className={styles.columns}>
        <article className={styles.main}>
          <Question task={task} />
          <ExcerptView task={task} />
          <Answering key={task.id} task={task} />
        </article>
        <aside className={styles.side} aria-label={say('task.about')}>
          <Section title={say('task.chain')}>
            <Chain task={task} />
          </Section>
          <Section title={say('task.rank')}>
            <Ranking task={task} />
          </Section>
          <Section title={say('similar.title')}>
            <Similar key={task.id} taskId={task.id} />
          </Section>
          <Section title={say('task.history')}>
            <History taskId={task.id} version={task.version} />
          </Section>
        </aside>
      </div>
    </div>
  );
}

/** Evidence and verdict: the forms where the viewer may fill them in, else what stands and why there is no form. */
function Answering({ task }: { readonly task: TaskInFull }) {
  const say = useWords();
  const { member } = useViewer();
  const can = (action: TaskInFull['allowedActions'][number]) => task.allowedActions.includes(action);
  return (
    <>
      <Section title={say('evidence.title')}>
        <EvidenceList
          taskId={task.id}
          evidence={task.evidence}
          mayChange={can('UPDATE_EVIDENCE')}
          mayRemove={can('REMOVE_EVIDENCE')}
        />
        {can('ADD_EVIDENCE') && <EvidenceForm taskId={task.id} />}
      </Section>
      <Section title={say('task.verdict')}>
        {task.verdict && <VerdictCard verdict={task.verdict} />}
        {mayAnswer(task, member?.id) ? <VerdictForm task={task} /> : <WhyNot task={task} />}
      </Section>
    </>
  );
}

/**
 * The form is there for whoever holds the task, also while it lacks evidence and PROPOSE_VERDICT is not allowed yet: it then
 * says so itself.
 */
const mayAnswer = ({ allowedActions, status, assignee }: TaskInFull, memberId: string | undefined): boolean =>
  allowedActions.includes('PROPOSE_VERDICT') ||
  ((status === 'IN_PROGRESS' || status === 'CHANGES_REQUESTED') && assignee?.id === memberId);

function WhyNot({ task }: { readonly task: TaskInFull }) {
  const say = useWords();
  switch (task.status) {
    case 'OPEN':
      return <p className={styles.none}>{say('task.why.open')}</p>;
    case 'IN_PROGRESS':
    case 'CHANGES_REQUESTED':
      return <p className={styles.none}>{say('task.why.held', { name: task.assignee?.name ?? '' })}</p>;
    case 'PENDING':
      return <p className={styles.none}>{say('task.why.pending')}</p>;
    case 'DISMISSED':
      return <p className={styles.none}>{say('task.why.dismissed')}</p>;
    default:
      return null;
  }
}

function Section({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className={styles.section}>
      <Title order={2} size="h5">
        {title}
      </Title>
      {children}
    </section>
  );
}
