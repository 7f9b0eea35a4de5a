import { Progress, Title } from '@mantine/core';
import { Link } from 'wouter';
import { useTitle } from '../shell/use-title';
import { Empty, Loading, Trouble } from '../states/states';
import { useFormats } from '../words/formats';
import { useKnownWord, useWords } from '../words/words';
import { ArticleActions } from './article-actions';
import { ArticleDesk } from './article-desk';
import { type Article, useArticle } from './use-article';
import styles from './article.module.css';

/** An article as it was published, its quotes and claims marked in place, and beside it their tasks in text order. */
export function ArticleScreen({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const say = useWords();
  const { article, error, isLoading, again } = useArticle(params.id!);
  useTitle(article?.title);
  if (error && !article) return <Trouble error={error} again={again} />;
  if (isLoading) return <Loading />;
  if (!article)
    return (
      <Empty level={1} title={say('article.none')}>
        {say('task.none.explained')}
      </Empty>
    );
  return (
    <div key={article.id} className={styles.page}>
      <Heading article={article} />
      <ArticleDesk article={article} />
    </div>
  );
}

function Heading({ article }: { readonly article: Article }) {
  const say = useWords();
  const known = useKnownWord();
  const { date, number } = useFormats();
  const { total, prepared, decided } = article.progress;
  const isAtWork = article.status === 'RECEIVED' || article.status === 'EXTRACTING';
  return (
    <header className={styles.heading}>
      <Title order={1} size="h3" dir="auto" lang={article.language}>
        {article.title ?? say('article.untitled')}
      </Title>
      <p className={styles.facts}>
        <span>{say(`article.status.${article.status}`)}</span>
        <span>{known(`language.${article.language}`) ?? <bdi>{article.language}</bdi>}</span>
        {article.byline && <bdi>{article.byline}</bdi>}
        {article.publishedAt && <span>{date(article.publishedAt)}</span>}
        {article.sourceUrl && (
          <a href={article.sourceUrl} target="_blank" rel="noreferrer">
            {say('article.source')}
          </a>
        )}
        <Link href={`/inbox?view=all&order=TEXT_POSITION&article=${article.id}`}>{say('article.as-list')}</Link>
      </p>
      <div role="status" className={styles.progress}>
        <span>
          {isAtWork && !article.text
            ? say('article.fetching')
            : isAtWork
              ? say('article.prepared', { prepared: number(prepared), total: number(total) })
              : say('article.decided', { decided: number(decided), total: number(total) })}
        </span>
        <Progress
          value={total ? ((isAtWork ? prepared : decided) / total) * 100 : 0}
          animated={isAtWork}
          aria-label={say('article.progress')}
          className={styles.bar}
        />
      </div>
      <ArticleActions article={article} />
    </header>
  );
}
