import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { Link, useLocation } from 'wouter';
import { ReleaseThisDocument, TakeThisDocument, WithdrawVerdictDocument } from '../generated/documents';
import { useViewer } from '../session/session';
import { useTell } from '../shell/use-tell';
import { useShortcuts } from '../shortcuts/shortcuts';
import { KindBadge, StanceBadge, StatusBadge } from '../subject/badges';
import { useWords } from '../words/words';
import { LeaseNote } from './lease-note';
import { PublishDialog } from './publish-dialog';
import { ReasonDialog } from './reason-dialog';
import { useNextTask } from './use-next-task';
import type { TaskInFull } from './use-task';
import styles from './task.module.css';

interface TaskHeadProps {
  readonly task: TaskInFull;
  /** On the page of its review: nothing leads there from here. */
  readonly isReview?: boolean;
}

/** Where the task stands and what the viewer may do with it; what they may not do is not there. */
export function TaskHead({ task, isReview = false }: TaskHeadProps) {
  const say = useWords();
  const tell = useTell();
  const { member } = useViewer();
  const [, goTo] = useLocation();
  const [asking, setAsking] = useState<'DISMISS' | 'REOPEN' | 'ESCALATE' | 'PUBLISH' | null>(null);
  const [, take] = useMutation(TakeThisDocument);
  const [, release] = useMutation(ReleaseThisDocument);
  const [, withdraw] = useMutation(WithdrawVerdictDocument);
  const next = useNextTask();
  const can = (action: TaskInFull['allowedActions'][number]) => task.allowedActions.includes(action);
  const run = async (work: Promise<{ error?: Parameters<typeof tell.trouble>[0] }>) => {
    const { error } = await work;
    if (error) tell.trouble(error);
  };
  const takeIt = () => void run(take({ id: task.id }));
  const holds = member !== null && task.assignee?.id === member.id;
  useShortcuts([
    { press: 't', says: 'inbox.take', when: can('TAKE') && !holds, act: takeIt },
    { press: 'e', says: 'evidence.add', when: can('ADD_EVIDENCE'), act: () => focus('evidence-url') },
    { press: 'v', says: 'task.rationale', act: () => focus('rationale') },
    {
      press: 'a',
      says: 'inbox.approve',
      when: can('APPROVE_VERDICT') && !isReview,
      act: () => goTo(`/tasks/${task.id}/review`),
    },
    { press: 'p', says: 'task.publish', when: can('PUBLISH'), act: () => setAsking('PUBLISH') },
    { press: 'n', says: 'task.next', act: () => void next.go() },
    { press: 'i', says: 'task.back', act: () => goTo('/inbox') },
  ]);
  return (
    <div className={styles.head}>
      <nav className={styles.crumbs} aria-label={say('task.where')}>
        <Link href="/inbox">{say('inbox.title')}</Link>
        <span aria-hidden>/</span>
        <Link href={`/articles/${task.article.id}`} className={styles.crumb}>
          <bdi lang={task.article.language}>{task.article.title ?? say('article.untitled')}</bdi>
        </Link>
      </nav>
      <div className={styles.state}>
        <KindBadge kind={task.kind} />
        {task.subject.__typename === 'Claim' && <StanceBadge stance={task.subject.stance} />}
        <StatusBadge status={task.status} />
        <LeaseNote task={task} />
      </div>
      <div className={`${styles.actions} no-print`}>
        {can('TAKE') && !holds && (
          <Button size="xs" onClick={takeIt}>
            {say('task.take')}
          </Button>
        )}
        {can('APPROVE_VERDICT') && !isReview && (
          <Button size="xs" component={Link} href={`/tasks/${task.id}/review`}>
            {say('task.review')}
          </Button>
        )}
        {can('PUBLISH') && (
          <Button size="xs" onClick={() => setAsking('PUBLISH')}>
            {say('task.publish')}
          </Button>
        )}
        {task.factCheck && (
          <Button size="xs" variant="default" component={Link} href={`/fact-checks/${task.factCheck.id}`}>
            {say('task.fact-check')}
          </Button>
        )}
        {task.factCheck && (
          <Button size="xs" variant="default" component="a" href={task.factCheck.url} target="_blank">
            {say('task.published-page')}
          </Button>
        )}
        {can('WITHDRAW_VERDICT') && (
          <Button
            size="xs"
            variant="default"
            onClick={() => void run(withdraw({ taskId: task.id, expectedVersion: task.version }))}
          >
            {say('task.withdraw')}
          </Button>
        )}
        {can('RELEASE') && (
          <Button size="xs" variant="default" onClick={() => void run(release({ id: task.id }))}>
            {say('task.release')}
          </Button>
        )}
        {can('ESCALATE') && (
          <Button size="xs" variant="default" onClick={() => setAsking('ESCALATE')}>
            {say('escalation.do')}
          </Button>
        )}
        {can('DISMISS') && (
          <Button size="xs" variant="default" onClick={() => setAsking('DISMISS')}>
            {say('task.dismiss')}
          </Button>
        )}
        {can('REOPEN') && (
          <Button size="xs" variant="default" onClick={() => setAsking('REOPEN')}>
            {say('task.reopen')}
          </Button>
        )}
        <Button size="xs" variant="subtle" loading={next.isAsking} onClick={() => void next.go()}>
          {say('task.next')}
        </Button>
      </div>
      {asking !== null && asking !== 'PUBLISH' && (
        <ReasonDialog action={asking} task={task} close={() => setAsking(null)} />
      )}
      {asking === 'PUBLISH' && <PublishDialog task={task} close={() => setAsking(null)} />}
    </div>
  );
}

const focus = (id: string) => document.getElementById(id)?.focus();
