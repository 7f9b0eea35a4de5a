import type { LoggerService } from '@nestjs/common';
import type { Log } from '../platform/log.js';

/** What the framework says, in the service's own log. */
export class NestLog implements LoggerService {
  constructor(private readonly target: Log) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.target.debug({ rest }, String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.target.error({ rest }, message instanceof Error ? (message.stack ?? message.message) : String(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.target.warn({ rest }, String(message));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.target.trace({ rest }, String(message));
  }
}
