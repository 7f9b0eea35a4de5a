import { Alert, Loader } from '@mantine/core';
import { Link } from 'wouter';
import { useFormats } from '../words/formats';
import { useKnownWord, useWords } from '../words/words';
import type { IntakeFailure, Understood } from './intake';
import type { Look } from './use-look';
import styles from './submit.module.css';

/** What was understood of the article, or why nothing could be. */
export function UnderstoodCard({ look }: { readonly look: Look }) {
  const say = useWords();
  return (
    <div className={styles.understood} role="status">
      {look.is === 'nothing' && <p className={styles.dim}>{say('submit.nothing-yet')}</p>}
      {look.is === 'looking' && (
        <p className={styles.dim}>
          <Loader size="xs" aria-hidden /> {say('submit.looking')}
        </p>
      )}
      {look.is === 'understood' && <Facts understood={look.understood} />}
      {look.is === 'refused' && <Refusal failure={look.failure} />}
    </div>
  );
}

function Facts({ understood }: { readonly understood: Understood }) {
  const say = useWords();
  const known = useKnownWord();
  const { date, number } = useFormats();
  const { title, byline, language, publishedAt, length, beginning, known: article } = understood;
  return (
    <>
      {article && (
        <Alert color="blue" mb="sm" title={say('submit.known')}>
          <Link href={`/articles/${article.id}`}>
            <bdi>{article.title ?? say('article.untitled')}</bdi>
          </Link>
        </Alert>
      )}
      <dl className={styles.facts}>
        <dt>{say('submit.title-field')}</dt>
        <dd dir="auto" lang={language}>
          {title ?? <span className={styles.dim}>{say('submit.no-title')}</span>}
        </dd>
        {byline && (
          <>
            <dt>{say('submit.byline')}</dt>
            <dd>
              <bdi>{byline}</bdi>
            </dd>
          </>
        )}
        <dt>{say('inbox.language')}</dt>
        <dd>{known(`language.${language}`) ?? <bdi>{language}</bdi>}</dd>
        <dt>{say('submit.date')}</dt>
        <dd>{publishedAt ? date(publishedAt) : <span className={styles.dim}>{say('submit.no-date')}</span>}</dd>
        <dt>{say('submit.length')}</dt>
        <dd>{say('submit.characters', { count: length, number: number(length) })}</dd>
      </dl>
      <blockquote
        className={styles.beginning}
        dir="auto"
        lang={language}
        tabIndex={0}
        aria-label={say('submit.beginning')}
      >
        {beginning}
        {beginning.length < length && '…'}
      </blockquote>
    </>
  );
}

/** Reasons that the desk has words for; others come in the service's own. */
export function Refusal({ failure: { code, reason, message } }: { readonly failure: IntakeFailure }) {
  const say = useWords();
  const known = useKnownWord();
  const explained = reason && known(`submit.reason.${reason}`);
  return (
    <Alert color="red" role="alert" title={explained ?? say(`failure.${code}`)}>
      {code === 'UNREACHABLE' ? say('failure.stays') : explained ? (known(`submit.reason.${reason}.do`) ?? '') : null}
      {message && code !== 'UNREACHABLE' && !explained && (
        <span dir="auto" lang="en" className="own-direction">
          {message}
        </span>
      )}
    </Alert>
  );
}
