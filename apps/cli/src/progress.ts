const WIDTH = 30;

export interface ProgressBar {
  at(done: number, total: number): void;
  done(): void;
}

/** A bar on stderr where somebody watches; nothing in a pipe. */
export function showProgress(what: string, quiet: boolean): ProgressBar {
  if (quiet || !process.stderr.isTTY) return { at: () => undefined, done: () => undefined };
  return {
    at(done, total) {
      const filled = Math.round((WIDTH * done) / Math.max(1, total));
      const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
      process.stderr.write(`\r${what} ${bar} ${done}/${total}`);
    },
    done: () => void process.stderr.write('\r\u001b[K'),
  };
}
