import { Title } from '@mantine/core';
import type { TaskQuery } from '../generated/documents';
import { SpeakerName } from '../subject/speaker-name';
import { useWords } from '../words/words';
import { Proposition } from './proposition';
import { ResolutionNote } from './resolution-note';
import styles from './task.module.css';

type TaskInFull = NonNullable<TaskQuery['reviewTask']>;

/**
 * What the task asks, in full. A claim is asked for its proposition, the affirmative sentence, also where the article
 * denies it: the denial then stands beside it, with who denies.
 */
export function Question({ task }: { readonly task: TaskInFull }) {
  const say = useWords();
  const { subject, article } = task;
  const isClaim = subject.__typename === 'Claim';
  return (
    <div className={styles.question}>
      <p className={styles.ask}>{isClaim ? say('task.ask.claim') : say('task.ask.quote')}</p>
      <Title order={1} size="h3" dir="auto" lang={article.language}>
        {isClaim ? subject.proposition : `«${subject.text}»`}
      </Title>
      <Proposition task={task} />
      <p className={styles.who}>
        {isClaim ? say(`task.by.${subject.stance}`) : say('task.by.quote')} <SpeakerName speaker={subject.speaker} />
      </p>
      <ResolutionNote task={task} />
      {isClaim && subject.denies && (
        <p className={styles.who}>
          {say('task.denies')} <bdi lang={article.language}>{subject.denies.proposition}</bdi>
        </p>
      )}
    </div>
  );
}
