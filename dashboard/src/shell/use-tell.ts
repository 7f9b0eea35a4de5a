import type { CombinedError } from '@urql/core';
import { useCallback } from 'react';
import { readFailure } from '../graphql/failure';
import { useWords } from '../words/words';
import { toast } from './toasts';

interface Tell {
  done(message: string): void;
  news(message: string): void;
  trouble(error: CombinedError): void;
}

/** Toasts in the language of the desk. */
export function useTell(): Tell {
  const say = useWords();
  const done = useCallback((message: string) => void toast({ message, close: say('shell.close') }), [say]);
  const news = useCallback(
    (message: string) => void toast({ message, tone: 'news', close: say('shell.close') }),
    [say],
  );
  const trouble = useCallback(
    (error: CombinedError) => {
      const { code, message, fields } = readFailure(error);
      const detail = Object.values(fields).join(' ') || message;
      toast({
        title: say(`failure.${code}`),
        message: code === 'UNREACHABLE' ? say('failure.stays') : (detail ?? ''),
        tone: 'trouble',
        close: say('shell.close'),
      });
    },
    [say],
  );
  return { done, news, trouble };
}
