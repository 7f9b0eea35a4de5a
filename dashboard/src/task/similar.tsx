import { useQuery } from 'urql';
import { Link } from 'wouter';
import { SimilarTasksDocument, type SimilarTasksQuery } from '../generated/documents';
import { usePreferences } from '../preferences/preferences';
import { Loading, Trouble } from '../states/states';
import { StatusBadge } from '../subject/badges';
import { useFormats } from '../words/formats';
import { useWords } from '../words/words';
import styles from './task.module.css';

type Match = NonNullable<SimilarTasksQuery['reviewTask']>['similar'][number];

/** What was said before in much the same words, and what became of it: here, or in others' fact-checks. */
export function Similar({ taskId }: { readonly taskId: string }) {
  const say = useWords();
  const [{ data, error }, again] = useQuery({ query: SimilarTasksDocument, variables: { id: taskId } });
  if (error) return <Trouble error={error} again={again} />;
  if (!data) return <Loading />;
  const matches = data.reviewTask?.similar ?? [];
  if (!matches.length) return <p className={styles.none}>{say('similar.none')}</p>;
  return (
    <ol className={styles.history}>
      {matches.map((match, index) => (
        <li key={index}>
          <Earlier match={match} />
        </li>
      ))}
    </ol>
  );
}

function Earlier({ match: { similarity, task, externalFactCheck: foreign } }: { readonly match: Match }) {
  const say = useWords();
  const { percent } = useFormats();
  const { language } = usePreferences();
  const alike = <span className={styles.snapshot}>{say('similar.alike', { percent: percent(similarity) })}</span>;
  if (foreign)
    return (
      <>
        <a href={foreign.url} target="_blank" rel="noreferrer" dir="auto" lang={foreign.language ?? undefined}>
          {foreign.claimReviewed}
        </a>
        <span>
          <bdi>{foreign.rating}</bdi> · <bdi>{foreign.publisher}</bdi>
        </span>
        {alike}
      </>
    );
  if (!task) return null;
  const { subject } = task;
  return (
    <>
      <Link href={`/tasks/${task.id}`} dir="auto" lang={task.article.language} className="own-direction">
        {subject.__typename === 'Claim' ? subject.proposition : `«${subject.text}»`}
      </Link>
      <span>
        {task.verdict ? <strong>{task.verdict.labels[language]}</strong> : <StatusBadge status={task.status} />}{' '}
        <bdi lang={task.article.language}>{task.article.title ?? say('article.untitled')}</bdi>
      </span>
      {alike}
    </>
  );
}
