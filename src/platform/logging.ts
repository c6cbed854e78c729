import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** One JSON line an event, with ids and codes; no personal data, no amounts, no contents. */
export function createLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: () => `,"at":"${new Date().toISOString()}"` });
}

/** Nest's own messages through the same logger. What it says at every start is of no use in operation. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }
  error(message: unknown, stack?: string, context?: string): void {
    this.logger.error({ context, stack }, String(message));
  }
  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
}
