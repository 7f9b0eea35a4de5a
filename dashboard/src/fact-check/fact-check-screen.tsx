import { Button, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { CorrectionClass } from '../generated/documents';
import { Dialog } from '../shell/dialog';
import { useTitle } from '../shell/use-title';
import { useShortcuts } from '../shortcuts/shortcuts';
import { Empty, Loading, Trouble } from '../states/states';
import { useFormats } from '../words/formats';
import { useWords } from '../words/words';
import { ClaimReviewView } from './claim-review-view';
import { CorrectionForm } from './correction-form';
import { Editions } from './editions';
import { FactCheckStatusBadge, RatingName } from './fact-check-badges';
import { PageFrame } from './page-frame';
import { PendingCorrection } from './pending-correction';
import { type FactCheckInFull, useFactCheck } from './use-fact-check';
import styles from './fact-check.module.css';

/** One fact-check: the page as its readers see it, its editions, and how it is corrected. */
export function FactCheckScreen({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const say = useWords();
  const { factCheck, error, isLoading, again } = useFactCheck(params.id!);
  useTitle(factCheck?.title);
  if (error && !factCheck) return <Trouble error={error} again={again} />;
  if (isLoading) return <Loading />;
  if (!factCheck)
    return (
      <Empty level={1} title={say('fact-check.none')}>
        {say('task.none.explained')}
      </Empty>
    );
  return (
    <div className={styles.page}>
      <Head factCheck={factCheck} />
      {factCheck.pendingCorrection && (
        <PendingCorrection
          key={factCheck.pendingCorrection.id}
          factCheck={factCheck}
          correction={factCheck.pendingCorrection}
        />
      )}
      <div className={styles.columns}>
        <Section title={say('fact-check.page')}>
          <PageFrame html={factCheck.html} />
        </Section>
        <div>
          <Section title={say('fact-check.editions')}>
            <Editions factCheck={factCheck} />
          </Section>
          {factCheck.warnings.length > 0 && (
            <Section title={say('fact-check.warnings')}>
              <p className={styles.dim}>{say('fact-check.warnings.explained')}</p>
              <ul lang="en" dir="ltr">
                {factCheck.warnings.map((warning) => (
                  <li key={warning}>{warning}</li>
                ))}
              </ul>
            </Section>
          )}
          <Section title="ClaimReview">
            {factCheck.status === 'RETRACTED' ? (
              <p className={styles.none}>{say('fact-check.no-claim-review')}</p>
            ) : (
              <ClaimReviewView document={factCheck.claimReview} />
            )}
          </Section>
        </div>
      </div>
    </div>
  );
}

function Head({ factCheck }: { readonly factCheck: FactCheckInFull }) {
  const say = useWords();
  const { time } = useFormats();
  const [, goTo] = useLocation();
  const [correcting, setCorrecting] = useState<{ readonly begin: CorrectionClass | '' } | null>(null);
  const mayCorrect = factCheck.task.allowedActions.includes('CORRECT');
  useShortcuts([
    { press: 'c', says: 'correction.correct', when: mayCorrect, act: () => setCorrecting({ begin: '' }) },
    { press: 'i', says: 'fact-check.back', act: () => goTo('/fact-checks') },
  ]);
  return (
    <header className={styles.head}>
      <nav className={styles.crumbs} aria-label={say('task.where')}>
        <Link href="/fact-checks">{say('fact-check.all')}</Link>
      </nav>
      <Title order={1} size="h3" dir="auto" lang={factCheck.language} className="own-direction">
        {factCheck.title}
      </Title>
      <strong>
        <RatingName labels={factCheck.labels} />
      </strong>
      <FactCheckStatusBadge status={factCheck.status} />
      <span className={styles.dim}>
        {say('fact-check.edition', { number: factCheck.version })} · {time(factCheck.updatedAt)}
      </span>
      <div className={`${styles.actions} no-print`}>
        <Button size="xs" variant="default" component="a" href={factCheck.url} target="_blank" rel="noreferrer">
          {say('task.published-page')}
        </Button>
        <Button size="xs" variant="default" component={Link} href={`/tasks/${factCheck.task.id}`}>
          {say('fact-check.task')}
        </Button>
        {mayCorrect && (
          <>
            <Button size="xs" onClick={() => setCorrecting({ begin: '' })}>
              {say('correction.correct')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setCorrecting({ begin: 'RETRACTION' })}>
              {say('correction.retract')}
            </Button>
          </>
        )}
      </div>
      {!mayCorrect && <WhyNot factCheck={factCheck} />}
      {correcting && (
        <Dialog opened close={() => setCorrecting(null)} title={say('correction.correct')} size="90rem">
          <CorrectionForm factCheck={factCheck} begin={correcting.begin} close={() => setCorrecting(null)} />
        </Dialog>
      )}
    </header>
  );
}

/** Why there is no button to correct with. */
function WhyNot({ factCheck: { status, pendingCorrection } }: { readonly factCheck: FactCheckInFull }) {
  const say = useWords();
  if (pendingCorrection) return null;
  return (
    <span className={styles.dim}>
      {status === 'RETRACTED' ? say('correction.why.retracted') : say('correction.why.editor')}
    </span>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.section}>
      <Title order={2} size="h5" mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}
