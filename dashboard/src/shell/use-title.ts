import { useEffect } from 'react';
import { useWords } from '../words/words';

/** Names the page in the browser's tab and history, and to a screen reader. */
export function useTitle(title: string | null | undefined): void {
  const say = useWords();
  const name = say('shell.name');
  useEffect(() => {
    document.title = title ? `${title} · ${name}` : name;
  }, [title, name]);
}
