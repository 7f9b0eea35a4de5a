import { useFormats } from '../words/formats';
import { useWords } from '../words/words';
import { RatingName } from './fact-check-badges';
import type { FactCheckInFull } from './use-fact-check';
import styles from './fact-check.module.css';

/** Every edition that was ever published, the latest first, and the corrections that came to nothing. */
export function Editions({ factCheck: { editions, corrections } }: { readonly factCheck: FactCheckInFull }) {
  const say = useWords();
  const { time } = useFormats();
  const rejected = corrections.filter(({ status }) => status === 'REJECTED');
  return (
    <ol className={styles.editions} reversed>
      {editions.toReversed().map((edition) => (
        <li key={edition.number}>
          <strong>{say('fact-check.edition', { number: edition.number })}</strong> ·{' '}
          <RatingName labels={edition.labels} />
          <p className={styles.dim}>
            {edition.correctionClass ? say(`correction.class.${edition.correctionClass}`) : say('fact-check.first')} ·{' '}
            {time(edition.publishedAt)}
          </p>
          {edition.publicNote && (
            <p dir="auto" lang={edition.language}>
              {edition.publicNote}
            </p>
          )}
          {edition.participants.length > 0 && (
            <p className={styles.dim}>
              {edition.participants.map(({ part, name }) => (
                <span key={part}>
                  {say(`fact-check.part.${part}`)} <bdi>{name}</bdi>{' '}
                </span>
              ))}
            </p>
          )}
        </li>
      ))}
      {rejected.map((correction) => (
        <li key={correction.id}>
          <strong>{say('correction.was-rejected')}</strong> · {say(`correction.class.${correction.class}`)}
          <p className={styles.dim}>
            <bdi>{correction.author.name}</bdi> · {time(correction.proposedAt)}
          </p>
          <p dir="auto">{correction.publicNote}</p>
          {correction.comment && (
            <p>
              <bdi>{correction.decider?.name}</bdi>: <q dir="auto">{correction.comment}</q>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
