import { Text } from '@mantine/core';
import type { TaskQuery } from '../generated/documents';
import { useFormats } from '../words/formats';
import { useKnownWord, useWords } from '../words/words';
import styles from './ranking.module.css';

type TaskInFull = NonNullable<TaskQuery['reviewTask']>;

/** Why the task ranks where it does: the reasons for and against, the weightiest first, as a table that reads itself. */
export function Ranking({ task: { subject, priority } }: { readonly task: TaskInFull }) {
  const say = useWords();
  const known = useKnownWord();
  const { number, percent } = useFormats();
  if (subject.__typename !== 'Claim') {
    return (
      <Text size="sm">
        {say('task.rank.priority', { number: number(priority) })} {say('task.rank.quote')}
      </Text>
    );
  }
  const reasons = subject.reasons
    .filter(({ name, weight }) => name !== 'base' && weight !== 0)
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const most = Math.max(0.1, ...reasons.map(({ weight }) => Math.abs(weight)));
  return (
    <>
      <Text size="sm">
        {say('task.rank.priority', { number: number(priority) })}{' '}
        {say('task.rank.worth', { percent: percent(subject.checkWorthiness) })}
      </Text>
      <table className={styles.reasons}>
        <caption className="visually-hidden">{say('task.rank')}</caption>
        <tbody>
          {reasons.map(({ name, weight }) => (
            <tr key={name}>
              <th scope="row">{known(`reason.${name}`) ?? <bdi>{name}</bdi>}</th>
              <td>
                <span
                  className={styles.bar}
                  data-against={weight < 0 || undefined}
                  style={{ inlineSize: `${(Math.abs(weight) / most) * 100}%` }}
                />
                <span className="visually-hidden">
                  {weight < 0 ? say('task.rank.against') : say('task.rank.for')} {number(Math.abs(weight))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
