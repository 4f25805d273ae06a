import {
  DataFolderInUse,
  LogError,
  NotStorable,
  openEventStore,
  openLogReader,
  withoutPassword,
} from '@klimaspur/event-store';
import { messageFor, type Translate } from '@klimaspur/messages';
import type { CopyRefused, LogCopied } from '@klimaspur/transfer';
import { asJson, type CliCommand, Refused, WrongUse } from './command.js';
import { inWords } from './file-words.js';
import { showProgress } from './progress.js';

/** A file takes appends in the order of the calls; a server does not promise that. */
const AT_ONCE = { file: 200, server: 1 };
/** A server that takes a connection and then says nothing in TLS holds the process, whatever we close. */
const GONE_AFTER_MS = 1_000;

interface Places {
  readonly from: string;
  readonly to: string;
}

/** A log from the data folder to a server, or back. */
export const logCopy: CliCommand = {
  usage: 'log copy',
  summary: (t) => t('cli.logCopy'),
  options: {
    from: { type: 'string', value: 'URL', about: (t) => t('cli.logCopy.from') },
    to: { type: 'string', value: 'URL', about: (t) => t('cli.logCopy.to') },
    json: asJson,
  },
  arguments: 0,
  async run({ from, to, json }, _words, t) {
    if (typeof from !== 'string' || typeof to !== 'string' || from === to) {
      throw new WrongUse(t('cli.logCopy.missing'));
    }
    const places = { from, to };
    const copied = await inWords(to, t, () => copy(places, json === true, t)).finally(() =>
      setTimeout(() => process.exit(), GONE_AFTER_MS).unref(),
    );
    if (json === true) process.stdout.write(`${JSON.stringify(copied)}\n`);
    else process.stderr.write(`${wordsOf(copied, places, t).join('\n')}\n`);
  },
};

async function copy({ from, to }: Places, quiet: boolean, t: Translate): Promise<LogCopied> {
  const transfer = await import('../../../libs/transfer/src/index.js');
  const source = await opened(from, t, openLogReader);
  try {
    const target = await opened(to, t, openEventStore);
    const bar = showProgress(quiet, t);
    try {
      const atOnce = to.startsWith('sqlite:') ? AT_ONCE.file : AT_ONCE.server;
      const progress = (_step: string, done: number, part: number): void =>
        bar.at(done, Math.round(done / Math.max(part, Number.EPSILON)));
      return await transfer.copyLog(source, target, { atOnce, progress });
    } catch (error) {
      if (error instanceof transfer.CopyRefused) throw new Refused(refusal(error, { from, to }, t));
      const reason = reasonIn(error, to, t);
      throw reason === undefined ? error : new Refused(t('cli.logCopy.stopped', { reason }));
    } finally {
      bar.done();
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function opened<T>(
  address: string,
  t: Translate,
  open: (url: string) => Promise<T>,
): Promise<T> {
  try {
    return await open(address);
  } catch (error) {
    if (error instanceof NotStorable) throw new WrongUse(error.message);
    const reason = reasonIn(error, address, t);
    if (reason === undefined) throw error;
    throw new Refused(t('cli.logCopy.unreadable', { address: withoutPassword(address), reason }));
  }
}

/** What a log says, or the file that it lies in; undefined: something else is wrong. */
function reasonIn(error: unknown, place: string, t: Translate): string | undefined {
  if (error instanceof DataFolderInUse) return undefined;
  if (error instanceof LogError) {
    const params = { address: withoutPassword(place), ...error };
    const { code, message } = error;
    return (
      messageFor(t.lang, `serve.logTrouble.${code}`, params) ??
      messageFor(t.lang, `problem.${code}`, params) ??
      message
    );
  }
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'ERR_SQLITE_ERROR' ? message : undefined;
}

const refusal = ({ code, event }: CopyRefused, places: Places, t: Translate): string => {
  if (code === 'same-log') return t('cli.logCopy.sameLog', told(places));
  const { stream = '–', revision = 0 } = event ?? {};
  const params = { ...told(places), stream, revision };
  return code === 'other-log'
    ? t('cli.logCopy.otherLog', params)
    : t('cli.logCopy.differs', params);
};

const wordsOf = (copied: LogCopied, places: Places, t: Translate): string[] => [
  t('cli.logCopy.done', { ...told(places), ...copied }),
  t('cli.logCopy.root', { root: copied.root }),
  ...(copied.takenOut > 0 ? [t('cli.logCopy.takenOut', { count: copied.takenOut })] : []),
  ...(copied.grown ? [t('cli.logCopy.grown')] : []),
];

const told = ({ from, to }: Places): Places => ({
  from: withoutPassword(from),
  to: withoutPassword(to),
});
