import { useWords } from '../words/words';
import styles from './fact-check.module.css';

/** A public page as its readers see it. It can run nothing and lead nowhere. */
export function PageFrame({ html }: { readonly html: string }) {
  const say = useWords();
  return <iframe className={styles.frame} title={say('fact-check.page')} sandbox="" srcDoc={html} tabIndex={0} />;
}
