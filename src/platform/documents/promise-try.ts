/**
 * `Promise.try`, which PDF.js leans on and Node.js has only since version 23. Without it a malformed PDF would end in a
 * rejection that nobody waits for, which ends the process.
 */
if (!('try' in Promise)) {
  Object.defineProperty(Promise, 'try', {
    configurable: true,
    writable: true,
    value: <Result>(work: (...given: unknown[]) => Result, ...given: unknown[]) =>
      new Promise((resolve) => resolve(work(...given))),
  });
}
