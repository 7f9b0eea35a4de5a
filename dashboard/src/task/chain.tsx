import type { ChainLinkFragment, TaskQuery } from '../generated/documents';
import { StanceBadge } from '../subject/badges';
import { SpeakerName } from '../subject/speaker-name';
import { useWords } from '../words/words';
import styles from './task.module.css';

type TaskInFull = NonNullable<TaskQuery['reviewTask']>;

/** The isnad: from this article outwards, who passed it on to whom, each with the word by which the article says so. */
export function Chain({ task: { subject, article } }: { readonly task: TaskInFull }) {
  const say = useWords();
  return (
    <ol className={styles.chain} aria-label={say('task.chain')}>
      <li className={styles.link}>
        <span className={styles.linkName}>{say('task.chain.article')}</span>
        <bdi className={styles.linkNote} lang={article.language}>
          {article.title ?? say('article.untitled')}
        </bdi>
      </li>
      {subject.chain.map((link, index) => (
        <Link key={index} link={link} language={article.language} />
      ))}
      {subject.chain.length === 0 && (
        <li className={styles.link}>
          <span className={styles.linkName}>{say('subject.own-voice')}</span>
        </li>
      )}
    </ol>
  );
}

function Link({ link, language }: { readonly link: ChainLinkFragment; readonly language: string }) {
  const say = useWords();
  const { speaker, cue, stance } = link;
  const resolved = speaker?.mention && speaker.name && speaker.mention.text !== speaker.name ? speaker.mention : null;
  return (
    <li className={styles.link}>
      <span className={styles.linkName}>
        {speaker ? <SpeakerName speaker={speaker} /> : say('task.chain.unsaid')} <StanceBadge stance={stance} />
      </span>
      {cue && (
        <span className={styles.linkNote}>
          {say('task.chain.cue')} <bdi lang={language}>«{cue.text}»</bdi>
        </span>
      )}
      {resolved && (
        <span className={styles.linkNote}>
          {say('task.chain.resolved')} <bdi lang={language}>«{resolved.text}»</bdi>
        </span>
      )}
    </li>
  );
}
