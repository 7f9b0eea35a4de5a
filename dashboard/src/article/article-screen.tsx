import { Progress, Title } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useTitle } from '../shell/use-title';
import { useShortcuts } from '../shortcuts/shortcuts';
import { Empty, Loading, Trouble } from '../states/states';
import { useFormats } from '../words/formats';
import { useKnownWord, useWords } from '../words/words';
import { ArticleText } from './article-text';
import { TaskRail } from './task-rail';
import { useArticle, useArticleTasks } from './use-article';
import styles from './article.module.css';

type Article = NonNullable<ReturnType<typeof useArticle>['article']>;

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
  return <ArticleDesk key={article.id} article={article} />;
}

function ArticleDesk({ article }: { readonly article: Article }) {
  const say = useWords();
  const [, goTo] = useLocation();
  const tasks = useArticleTasks(article.id, article.progress.prepared);
  /** Marked on both sides: what the pointer is on, else what was chosen. */
  const [hovered, setHovered] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const choose = useCallback((id: string, from: 'text' | 'rail') => {
    setChosen(id);
    const other = from === 'text' ? `rail-${id}` : `mark-${id}`;
    document.getElementById(other)?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, []);
  const index = tasks.findIndex(({ subject }) => subject.id === chosen);
  const step = (by: number) => {
    const to = tasks[Math.max(0, Math.min(index + by, tasks.length - 1))];
    if (to) choose(to.subject.id, 'rail');
    if (to) document.getElementById(`rail-${to.subject.id}`)?.scrollIntoView({ block: 'nearest' });
  };
  useShortcuts([
    { press: 'j', says: 'inbox.next', act: () => step(1) },
    { press: 'k', says: 'inbox.previous', act: () => step(-1) },
    { press: 'Enter', says: 'inbox.open', when: index >= 0, act: () => goTo(`/tasks/${tasks[index]!.id}`) },
    { press: 'i', says: 'task.back', act: () => goTo('/inbox') },
  ]);
  const marks = useMemo(
    () => tasks.map(({ subject, kind }) => ({ id: subject.id, kind, spans: subject.spans })),
    [tasks],
  );
  return (
    <div className={styles.page}>
      <Heading article={article} />
      <div className={styles.columns}>
        <ArticleText
          text={article.text}
          language={article.language}
          marks={marks}
          lit={hovered ?? chosen}
          hover={setHovered}
          choose={(id) => choose(id, 'text')}
        />
        <aside className={styles.rail} aria-label={say('article.rail')}>
          <Title order={2} size="h5">
            {say('article.rail')}
          </Title>
          <TaskRail tasks={tasks} lit={hovered ?? chosen} hover={setHovered} choose={(id) => choose(id, 'rail')} />
        </aside>
      </div>
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
        {article.publishedAt && <span>{date(article.publishedAt)}</span>}
        {article.sourceUrl && (
          <a href={article.sourceUrl} target="_blank" rel="noreferrer">
            {say('article.source')}
          </a>
        )}
        <Link href={`/inbox?view=all&order=TEXT_POSITION&article=${article.id}`}>{say('article.as-list')}</Link>
      </p>
      {article.failure && (
        <p role="alert" dir="auto">
          {article.failure}
        </p>
      )}
      <div role="status" className={styles.progress}>
        <span>
          {isAtWork
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
    </header>
  );
}
