import { Button, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useMutation } from 'urql';
import { ApproveVerdictDocument, RequestChangesDocument } from '../generated/documents';
import { type Failure, readFailure } from '../graphql/failure';
import { useViewer } from '../session/session';
import { useTell } from '../shell/use-tell';
import { useShortcuts } from '../shortcuts/shortcuts';
import { useNextTask } from '../task/use-next-task';
import type { TaskInFull } from '../task/use-task';
import { FailureAlert } from '../states/failure-alert';
import { useWords } from '../words/words';
import styles from './review.module.css';

/** Approve, or ask for changes with a comment; and, where neither is the viewer's to do, why. */
export function Decision({ task }: { readonly task: TaskInFull }) {
  const say = useWords();
  const tell = useTell();
  const [comment, setComment] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [approving, approve] = useMutation(ApproveVerdictDocument);
  const [requesting, request] = useMutation(RequestChangesDocument);
  const next = useNextTask('REVIEW');
  const mayApprove = task.allowedActions.includes('APPROVE_VERDICT');
  const mayRequest = task.allowedActions.includes('REQUEST_CHANGES');

  const decide = async (how: 'approve' | 'request') => {
    // Held against the version that is on the screen: what changed while one read is looked at first.
    const input = { taskId: task.id, comment: comment.trim() || undefined, expectedVersion: task.version };
    const { error } = await (how === 'approve' ? approve({ input }) : request({ input }));
    if (error) return setFailure(readFailure(error));
    setFailure(null);
    setComment('');
    tell.done(how === 'approve' ? say('review.approved') : say('review.requested'));
  };
  const requestChanges = () => {
    if (comment.trim()) void decide('request');
    else field.current?.focus();
  };
  useShortcuts([
    { press: 'a', says: 'review.approve', when: mayApprove, act: () => void decide('approve') },
    { press: 'r', says: 'review.request', when: mayRequest, act: requestChanges },
  ]);
  if (task.status !== 'IN_REVIEW') {
    return (
      <Button mt="md" variant="default" loading={next.isAsking} onClick={() => void next.go()}>
        {say('review.next')}
      </Button>
    );
  }
  if (!mayApprove && !mayRequest) return <WhyNot task={task} />;
  return (
    <div className={styles.decision}>
      <Textarea
        ref={field}
        label={say('review.comment')}
        description={say('review.comment.explained')}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        error={failure?.fields.comment}
        autosize
        minRows={2}
      />
      <FailureAlert failure={failure} conflict={say('review.conflict')} placed={['comment']} />
      <div className={styles.buttons}>
        {mayApprove && (
          <Button loading={approving.fetching} onClick={() => void decide('approve')}>
            {say('review.approve')}
          </Button>
        )}
        {mayRequest && (
          <Button variant="default" loading={requesting.fetching} onClick={requestChanges}>
            {say('review.request')}
          </Button>
        )}
      </div>
    </div>
  );
}

function WhyNot({ task: { verdicts, escalation } }: { readonly task: TaskInFull }) {
  const say = useWords();
  const { member } = useViewer();
  const isOwn = verdicts.some(({ proposer }) => proposer.id === member?.id);
  const why = isOwn ? say('review.why.own') : escalation ? say('escalation.editors') : say('review.why.role');
  return <p className={styles.none}>{why}</p>;
}
