const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Calls once, whichever signal comes first. The listeners stay: Ctrl-C under npm arrives twice, from the terminal and
 * passed on by npm, and without a listener the second would end the process in the middle of its drain.
 */
export function onStopSignal(stop: (signal: NodeJS.Signals) => void): void {
  let stopping = false;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop(signal);
    });
  }
}
