/** The time, as a dependency, so that tests may set it. */
export interface Clock {
  /** Now, in UTC. */
  now(): Date;
}

export const CLOCK = Symbol('Clock');

export const systemClock: Clock = { now: () => new Date() };
