import { Button, Textarea, Title } from '@mantine/core';
import { useRef, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import {
  ApproveCorrectionDocument,
  type CorrectionInFullFragment,
  CorrectionPreviewDocument,
  RejectCorrectionDocument,
} from '../generated/documents';
import { type Failure, readFailure } from '../graphql/failure';
import { usePreferences } from '../preferences/preferences';
import { useViewer } from '../session/session';
import { useTell } from '../shell/use-tell';
import { useShortcuts } from '../shortcuts/shortcuts';
import { useFormats } from '../words/formats';
import { FailureAlert } from '../states/failure-alert';
import { useWords } from '../words/words';
import { asProposed } from './correction';
import { PageFrame } from './page-frame';
import type { FactCheckInFull } from './use-fact-check';
import styles from './fact-check.module.css';

interface PendingCorrectionProps {
  readonly factCheck: FactCheckInFull;
  readonly correction: CorrectionInFullFragment;
}

/** A correction that waits: what it changes, how the page would read, and the decision of a second pair of eyes. */
export function PendingCorrection({ factCheck, correction }: PendingCorrectionProps) {
  const say = useWords();
  const { time } = useFormats();
  const [{ data }] = useQuery({
    query: CorrectionPreviewDocument,
    variables: { input: asProposed(factCheck, correction) },
  });
  const preview = data?.correctionPreview;
  return (
    <section className={styles.pending} aria-labelledby="pending">
      <Title order={2} size="h5" id="pending">
        {say('correction.pending')}
      </Title>
      <p>
        {say(`correction.class.${correction.class}`)} · <bdi>{correction.author.name}</bdi> ·{' '}
        {time(correction.proposedAt)}
      </p>
      <div className={styles.halves}>
        <div>
          <Changes factCheck={factCheck} correction={correction} />
          <Decision factCheck={factCheck} correction={correction} />
        </div>
        <div>
          <p className={styles.dim}>{say('correction.preview')}</p>
          <PageFrame html={preview?.html ?? factCheck.html} />
        </div>
      </div>
    </section>
  );
}

function Changes({ factCheck, correction }: PendingCorrectionProps) {
  const say = useWords();
  const { language } = usePreferences();
  const nameOf = (rating: string) =>
    factCheck.task.verdict?.scale.ratings.find(({ code }) => code === rating)?.labels[language] ?? rating;
  return (
    <dl>
      <dt>{say('correction.note')}</dt>
      <dd dir="auto">{correction.publicNote}</dd>
      {correction.rating && (
        <>
          <dt>{say('correction.rating')}</dt>
          <dd>
            <del>{factCheck.labels[language]}</del> <ins>{nameOf(correction.rating)}</ins>
          </dd>
        </>
      )}
      {(['title', 'claimReviewed', 'summary', 'rationale'] as const).map(
        (field) =>
          correction[field] != null && (
            <div key={field}>
              <dt>{say(`correction.${field}`)}</dt>
              <dd dir="auto" lang={factCheck.language}>
                <del>{factCheck[field]}</del> <ins>{correction[field]}</ins>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Decision({ factCheck: { id, version, task }, correction }: PendingCorrectionProps) {
  const say = useWords();
  const tell = useTell();
  const { member } = useViewer();
  const [comment, setComment] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [approving, approve] = useMutation(ApproveCorrectionDocument);
  const [rejecting, reject] = useMutation(RejectCorrectionDocument);
  const mayApprove = task.allowedActions.includes('APPROVE_CORRECTION');
  const mayReject = task.allowedActions.includes('REJECT_CORRECTION');
  const decide = async (how: 'approve' | 'reject') => {
    const { error } = await (how === 'approve'
      ? approve({ id, expectedVersion: version })
      : reject({ id, comment: comment.trim(), expectedVersion: version }));
    if (error) return setFailure(readFailure(error));
    tell.done(how === 'approve' ? say('correction.approved') : say('correction.rejected'));
  };
  const rejectIt = () => {
    if (comment.trim()) void decide('reject');
    else field.current?.focus();
  };
  useShortcuts([
    { press: 'a', says: 'correction.approve', when: mayApprove, act: () => void decide('approve') },
    { press: 'r', says: 'correction.reject', when: mayReject, act: rejectIt },
  ]);
  if (!mayApprove && !mayReject) {
    const isOwn = correction.author.id === member?.id;
    return <p className={styles.none}>{isOwn ? say('correction.why.own') : say('correction.why.role')}</p>;
  }
  return (
    <div className={styles.form}>
      {!mayApprove && correction.author.id === member?.id && <p className={styles.none}>{say('correction.why.own')}</p>}
      {mayReject && (
        <Textarea
          ref={field}
          label={say('correction.comment')}
          description={say('correction.comment.explained')}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
          error={failure?.fields.comment}
          autosize
          minRows={2}
        />
      )}
      <FailureAlert failure={failure} conflict={say('correction.conflict')} placed={['comment']} />
      <div className={styles.buttons}>
        {mayApprove && (
          <Button loading={approving.fetching} onClick={() => void decide('approve')}>
            {say('correction.approve')}
          </Button>
        )}
        {mayReject && (
          <Button variant="default" loading={rejecting.fetching} onClick={rejectIt}>
            {say('correction.reject')}
          </Button>
        )}
      </div>
    </div>
  );
}
