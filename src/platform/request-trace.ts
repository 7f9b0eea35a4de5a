import { AsyncLocalStorage } from 'node:async_hooks';

/** What belongs to one request however deep the call: its number, for the log, and how long it may take. */
export interface RequestTrace {
  readonly requestId: string;
  readonly timeoutMs: number;
  /** When its time is over, in milliseconds of the system's clock; null for a socket, each of whose reads has its own. */
  readonly deadline: number | null;
}

const storage = new AsyncLocalStorage<RequestTrace>();

/** The request on whose behalf this runs, or undefined: a job, a start, a command. */
export const currentRequest = (): RequestTrace | undefined => storage.getStore();

/** Runs `work`, and whatever it starts, on behalf of a request. */
export const onBehalfOf = <T>(request: RequestTrace, work: () => T): T => storage.run(request, work);

/**
 * Runs `work` on behalf of the same request but with a time of its own: what is sent as fast as a client takes it has no
 * common end, and each read for it has as long as a request.
 */
export function inTimeOfItsOwn<T>(work: () => T): T {
  const request = storage.getStore();
  return request ? storage.run({ ...request, deadline: null }, work) : work();
}

/** What is left of the request's time, in milliseconds; null where nothing is limited. Never below 1. */
export function timeLeft(): number | null {
  const request = storage.getStore();
  if (!request) return null;
  return request.deadline === null ? request.timeoutMs : Math.max(1, request.deadline - Date.now());
}

export const isOverdue = (): boolean => {
  const deadline = storage.getStore()?.deadline ?? null;
  return deadline !== null && Date.now() >= deadline;
};
