/** What one look at the desk has found. */
export interface Finding {
  /** What was looked at, in a word or two. */
  readonly subject: string;
  readonly state: 'ok' | 'warning' | 'fault';
  /** One line. */
  readonly text: string;
  /** What to do about it; absent where all is well. */
  readonly advice?: string;
}

export const ok = (subject: string, text: string): Finding => ({ subject, state: 'ok', text });

export const warning = (subject: string, text: string, advice: string): Finding => ({
  ...{ subject, state: 'warning', text, advice },
});

export const fault = (subject: string, text: string, advice: string): Finding => ({
  ...{ subject, state: 'fault', text, advice },
});
