import { Button } from '@mantine/core';
import { useTell } from '../shell/use-tell';
import { useWords } from '../words/words';
import styles from './fact-check.module.css';

/** What search engines read of the page, to be looked at and copied. */
export function ClaimReviewView({ document }: { readonly document: unknown }) {
  const say = useWords();
  const tell = useTell();
  const text = JSON.stringify(document, null, 2);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    tell.done(say('fact-check.copied'));
  };
  return (
    <div>
      {/* A page that is not served securely has no clipboard to write to: the text can be marked by hand. */}
      {'clipboard' in navigator && (
        <Button size="xs" variant="default" onClick={() => void copy()}>
          {say('fact-check.copy')}
        </Button>
      )}
      <pre className={styles.code} dir="ltr" lang="en" tabIndex={0} aria-label="ClaimReview">
        <code>{text}</code>
      </pre>
    </div>
  );
}
