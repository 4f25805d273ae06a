import { type Logger, pino } from 'pino';

/** Structured lines on standard error. On a terminal only what needs attention. */
export function createLog(): Logger {
  const level = process.stderr.isTTY ? 'warn' : 'info';
  return pino(
    { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime },
    // Whoever waits for an answer does not wait for its line, nor is one write made for each.
    pino.destination({ dest: 2, sync: false, minLength: 4_096, periodicFlush: 100 }),
  );
}
