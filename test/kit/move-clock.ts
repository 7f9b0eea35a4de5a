import { type Clock, systemClock } from '../../src/platform/clock.js';

const real = systemClock.now.bind(systemClock);
const clock = systemClock as { -readonly [Member in keyof Clock]: Clock[Member] };

/** Sets the clock of the service in this process ahead, to let time pass without waiting for it. */
export function moveClock(ms: number): void {
  clock.now = () => new Date(real().getTime() + ms);
}

export function resetClock(): void {
  clock.now = real;
}
