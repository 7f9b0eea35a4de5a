import { Title } from '@mantine/core';
import { useQuery } from 'urql';
import { Link } from 'wouter';
import { ArticlesDocument } from '../generated/documents';
import { useTitle } from '../shell/use-title';
import { MoreButton, type More, Pages } from '../states/pages';
import { Empty, Loading, Trouble } from '../states/states';
import { useFormats } from '../words/formats';
import { useWords } from '../words/words';
import styles from './article.module.css';

/** The newsroom's articles, the newest first. */
export function ArticlesScreen() {
  const say = useWords();
  useTitle(say('article.all'));
  return (
    <div className={styles.page}>
      <Title order={1} size="h3">
        {say('article.all')}
      </Title>
      <Pages>{(after, more) => <ArticlesPage after={after} more={more} />}</Pages>
    </div>
  );
}

interface ArticlesPageProps {
  readonly after: string | null;
  readonly more: More;
}

function ArticlesPage({ after, more }: ArticlesPageProps) {
  const say = useWords();
  const { since, number } = useFormats();
  const [{ data, error }, again] = useQuery({ query: ArticlesDocument, variables: { after } });
  if (error && !data) return <Trouble error={error} again={again} />;
  if (!data) return <Loading />;
  const { nodes, pageInfo } = data.articles;
  if (!nodes.length && after === null)
    return <Empty title={say('article.empty')}>{say('article.empty.explained')}</Empty>;
  return (
    <>
      <ul className={styles.articles}>
        {nodes.map(({ id, title, language, status, createdAt, progress }) => (
          <li key={id}>
            <Link href={`/articles/${id}`} dir="auto" lang={language} className="own-direction">
              {title ?? say('article.untitled')}
            </Link>
            <span className={styles.facts}>
              <span>{say(`article.status.${status}`)}</span>
              <span>
                {say('article.decided', { decided: number(progress.decided), total: number(progress.total) })}
              </span>
              <span>{since(createdAt)}</span>
            </span>
          </li>
        ))}
      </ul>
      <MoreButton pageInfo={pageInfo} more={more} />
    </>
  );
}
