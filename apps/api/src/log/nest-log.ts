import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** Under this name Nest reports why it did not start, and then throws the same to whoever started it. */
const THROWN_TOO = 'ExceptionHandler';

/** Lets Nest speak through our log. Its start-up chatter is for debugging only. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string) {
    this.logger.debug({ context }, String(message));
  }

  warn(message: unknown, context?: string) {
    this.logger.warn({ context }, String(message));
  }

  error(message: unknown, stack?: string, context?: string) {
    if ((context ?? stack) === THROWN_TOO) return;
    this.logger.error({ context, stack }, String(message));
  }

  fatal(message: unknown, context?: string) {
    this.logger.fatal({ context }, String(message));
  }
}
