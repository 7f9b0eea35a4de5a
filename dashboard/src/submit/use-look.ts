import { useEffect, useState } from 'react';
import { type IntakeFailure, look, type Submission, type Understood } from './intake';

export type Look =
  | { readonly is: 'nothing' }
  | { readonly is: 'looking' }
  | { readonly is: 'understood'; readonly understood: Understood }
  | { readonly is: 'refused'; readonly failure: IntakeFailure };

/** Somebody may still be writing. */
const PAUSE_MS = 600;

/**
 * What the service understands of what is to be handed in; asked a moment after it has stood still, and anew for each
 * change. Null: nothing to look at.
 */
export function useLook(submission: Submission | null): Look {
  const [seen, setSeen] = useState<{ of: Submission; look: Look } | null>(null);
  useEffect(() => {
    if (!submission) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      look(submission, stop.signal).then(
        (answer) =>
          setSeen({
            of: submission,
            look:
              'done' in answer
                ? { is: 'understood', understood: answer.done }
                : { is: 'refused', failure: answer.failure },
          }),
        // Overtaken by the next change.
        () => undefined,
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [submission]);
  if (!submission) return { is: 'nothing' };
  return seen?.of === submission ? seen.look : { is: 'looking' };
}
