import { Title } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { MendingBar } from '../mending/mending-bar';
import { MergeTool } from '../mending/merge-tool';
import type { Place } from '../mending/spans';
import { SubjectTools } from '../mending/subject-tools';
import { useMend } from '../mending/use-mend';
import { useSelectedPlace } from '../mending/use-selected-place';
import { useViewer } from '../session/session';
import { useShortcuts } from '../shortcuts/shortcuts';
import { useWords } from '../words/words';
import { ArticleText } from './article-text';
import { TaskRail } from './task-rail';
import { type Article, type ArticleTask, useArticleTasks } from './use-article';
import styles from './article.module.css';

/** An article's text with its marks, its tasks beside it, and an editor's tools to mend what was extracted. */
export function ArticleDesk({ article }: { readonly article: Article }) {
  const say = useWords();
  const { role } = useViewer();
  const [, goTo] = useLocation();
  const [all, refresh] = useArticleTasks(article.id, article.progress.prepared);
  // What was split or merged away lives on in what took its place.
  const tasks = useMemo(() => all.filter(({ subject }) => subject.state !== 'REPLACED'), [all]);
  /** Marked on both sides: what the pointer is on, else what was chosen. */
  const [hovered, setHovered] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const choose = useCallback((id: string, from: 'text' | 'rail') => {
    setChosen(id);
    const other = from === 'text' ? `rail-${id}` : `mark-${id}`;
    document.getElementById(other)?.scrollIntoView({ block: 'nearest' });
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
    () =>
      tasks
        .filter(({ subject }) => subject.state === 'STANDING')
        .map(({ subject, kind }) => ({ id: subject.id, kind, spans: subject.spans })),
    [tasks],
  );
  const element = useRef<HTMLElement>(null);
  const [selected, select] = useSelectedPlace(element, article.text);
  const [held, hold] = useState<readonly Place[]>([]);
  const done = useCallback(
    (task: ArticleTask) => {
      setChosen(task.subject.id);
      refresh();
    },
    [refresh],
  );
  const mend = useMend(done);
  const [ticked, setTicked] = useState<readonly string[] | null>(null);
  const tickedTasks = ticked && tasks.filter(({ id }) => ticked.includes(id));
  const mayMend = (role === 'EDITOR' || role === 'ADMIN') && article.status !== 'WITHDRAWN' && article.text !== '';
  const lit = hovered ?? chosen;
  return (
    <div className={styles.columns}>
      <div className={styles.reading}>
        <ArticleText
          text={article.text}
          language={article.language}
          marks={marks}
          held={held}
          element={element}
          lit={lit}
          hover={setHovered}
          choose={(id) => choose(id, 'text')}
        />
        {mayMend && (
          <MendingBar
            article={article}
            tasks={tasks}
            chosen={tasks[index] ?? null}
            selected={selected}
            held={held}
            select={select}
            hold={hold}
            mend={mend}
          />
        )}
      </div>
      <aside className={styles.rail} aria-label={say('article.rail')}>
        <div className={styles.railHead}>
          <Title order={2} size="h5">
            {say('article.rail')}
          </Title>
          {mayMend && tasks.length > 1 && (
            <MergeTool
              article={article}
              ticked={tickedTasks}
              begin={() => setTicked([])}
              end={() => setTicked(null)}
              mend={mend}
            />
          )}
        </div>
        <TaskRail
          tasks={tasks}
          lit={lit}
          chosen={chosen}
          hover={setHovered}
          choose={(id) => choose(id, 'rail')}
          tools={(task) => <SubjectTools task={task} article={article} tasks={tasks} mend={mend} />}
          ticking={
            ticked && {
              has: ({ id }) => ticked.includes(id),
              // Only quotes with quotes, and claims with claims.
              can: ({ kind, allowedActions }) =>
                allowedActions.includes('MERGE') && (!tickedTasks?.[0] || tickedTasks[0].kind === kind),
              toggle: ({ id }) =>
                setTicked(ticked.includes(id) ? ticked.filter((each) => each !== id) : [...ticked, id]),
            }
          }
        />
      </aside>
    </div>
  );
}
