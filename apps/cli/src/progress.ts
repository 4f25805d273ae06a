import type { Translate } from '@klimaspur/messages';

const WIDTH = 30;
/** Where nobody watches, a log gets a line for each part of this size. */
const PART = 0.1;

export interface ProgressBar {
  /** So many rows of the file are read. */
  rows(count: number): void;
  at(done: number, total: number): void;
  done(): void;
}

/** A bar on stderr where somebody watches, a line now and then in a log, and nothing for machines. */
export function showProgress(quiet: boolean, t: Translate): ProgressBar {
  if (quiet) return { rows: () => undefined, at: () => undefined, done: () => undefined };
  return process.stderr.isTTY ? bar(t) : lines(t);
}

const bar = (t: Translate): ProgressBar => {
  const draw = (words: string) => void process.stderr.write(`\r\u001b[K${words}`);
  return {
    rows: (count) => draw(t('import.progress.rows', { count })),
    at(done, total) {
      const filled = Math.round((WIDTH * done) / Math.max(1, total));
      const drawn = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
      draw(`${drawn} ${t('import.progress', { done, total })}`);
    },
    done: () => draw(''),
  };
};

/** Of what is done quickly nothing is said on the way. */
const SLOW_STEPS = 4_000;

const lines = (t: Translate): ProgressBar => {
  let said = 0;
  return {
    rows: () => undefined,
    at(done, total) {
      if (total < SLOW_STEPS || done < (said + PART) * total) return;
      said = Math.floor(done / total / PART) * PART;
      process.stderr.write(`${t('import.progress', { done, total })}\n`);
    },
    done: () => undefined,
  };
};
