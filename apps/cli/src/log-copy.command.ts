import {
  LogError,
  LogUnreachable,
  NotStorable,
  openEventStore,
  openLogReader,
} from '@klimaspur/event-store';
import { messageFor, type Translate } from '@klimaspur/messages';
import { copyLog, CopyRefused, type LogCopied } from '@klimaspur/transfer';
import { asJson, type CliCommand, Refused, WrongUse } from './command.js';
import { inWords } from './file-words.js';
import { showProgress } from './progress.js';

/** A file takes appends in the order of the calls; a server does not promise that. */
const AT_ONCE = { file: 200, server: 1 };

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
    const copied = await inWords(to, t, () => copy(places, json === true, t));
    if (json === true) process.stdout.write(`${JSON.stringify(copied)}\n`);
    else process.stderr.write(`${wordsOf(copied, places, t).join('\n')}\n`);
  },
};

async function copy({ from, to }: Places, quiet: boolean, t: Translate): Promise<LogCopied> {
  const source = await opened(from, t, openLogReader);
  try {
    const target = await opened(to, t, openEventStore);
    const bar = showProgress(quiet, t);
    try {
      const atOnce = to.startsWith('sqlite:') ? AT_ONCE.file : AT_ONCE.server;
      const progress = (_step: string, done: number, part: number): void =>
        bar.at(done, Math.round(done / Math.max(part, Number.EPSILON)));
      return await copyLog(source, target, { atOnce, progress });
    } catch (error) {
      throw error instanceof CopyRefused ? new Refused(refusal(error, { from, to }, t)) : error;
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
    if (!(error instanceof LogError && address.startsWith('esdb'))) throw error;
    const { code, message } = error;
    const params = error instanceof LogUnreachable ? { ...error } : {};
    const reason = messageFor(t.lang, `serve.logTrouble.${code}`, params) ?? message;
    throw new Refused(t('cli.logCopy.unreadable', { address: hidden(address), reason }));
  }
}

const refusal = ({ code, event }: CopyRefused, places: Places, t: Translate): string => {
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

const told = ({ from, to }: Places): Places => ({ from: hidden(from), to: hidden(to) });

/** A password is not for the screen. */
const hidden = (address: string): string => address.replace(/\/\/([^:@/]+):[^@]*@/, '//$1:***@');
