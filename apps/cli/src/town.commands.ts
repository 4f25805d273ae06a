import { accessSync, constants, createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { Translate } from '@klimaspur/messages';
import { keepProven, refuseExisting } from './backup-file.js';
import { asJson, type CliCommand, type OptionValues, WrongUse } from './command.js';
import { readConfig } from './config.js';
import { inWords } from './file-words.js';
import { type Client, withServer } from './server-client.js';
import { townNamed } from './town-named.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const atServer = <T>(values: OptionValues, t: Translate, work: (client: Client) => Promise<T>) =>
  withServer(readConfig(values), t, work, true);

const json = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const tell = (values: OptionValues, answer: object, words: readonly string[]): void => {
  if (values['json'] === true) process.stdout.write(`${JSON.stringify(answer)}\n`);
  else process.stderr.write(`${words.join('\n')}\n`);
};

/** Everything about one town in one file, for another server. */
export const exportTown: CliCommand = {
  usage: 'export town',
  summary: (t) => t('cli.exportTown'),
  options: {
    town: { type: 'string', value: 'NAME|ID', about: (t) => t('cli.exportTown.town') },
    to: { type: 'string', value: 'FILE', about: (t) => t('cli.exportTown.to') },
    'with-labels': { type: 'boolean', about: (t) => t('cli.exportTown.labels') },
    json: asJson,
  },
  arguments: 0,
  async run(values, _words, t) {
    const { town, to } = values;
    if (typeof town !== 'string' || typeof to !== 'string') {
      throw new WrongUse(t('cli.townMoved.missing'));
    }
    refuseExisting(to, t);
    await atServer(values, t, async (client) => {
      // A draft that was moved is in no list.
      const { id, name } = uuid.test(town)
        ? { id: town, name: town }
        : await townNamed(client, town, t);
      const order = { municipality: id, labels: values['with-labels'] === true };
      const answer = await client.request('/api/v1/town-files', {
        ...json(order),
        // Packed on the way, every byte would cost the server time.
        headers: { 'content-type': 'application/json', 'accept-encoding': 'identity' },
      });
      const bytes = await inWords(to, t, () => keepProven(answer, to, t));
      const size = (bytes / 1e6).toFixed(1);
      tell(values, { file: to, bytes }, [t('cli.exportTown.done', { name, file: to, size })]);
    });
  },
};

/** What came of taking a town over, as the server says it. */
interface Taken {
  readonly name: string;
  readonly address: string;
  readonly key: string;
  readonly keyKnown: boolean;
  readonly events: number;
  readonly here: number;
  readonly written: number;
  readonly missing: readonly string[];
  readonly done: boolean;
}

/** A town from the file of another server. */
export const importTown: CliCommand = {
  usage: 'import town FILE',
  summary: (t) => t('cli.importTown'),
  options: {
    'from-key': { type: 'string', value: 'VKEY', about: (t) => t('cli.importTown.key') },
    'dry-run': { type: 'boolean', about: (t) => t('cli.importTown.dryRun') },
    json: asJson,
  },
  arguments: 1,
  async run(values, [file = ''], t) {
    refuseUnreadable(file, t);
    const query = new URLSearchParams();
    if (typeof values['from-key'] === 'string') query.set('key', values['from-key']);
    if (values['dry-run'] === true) query.set('dryRun', 'true');
    await withServer(readConfig(values), t, async (client) => {
      const answer = await client.request(`/api/v1/town-files/import?${query}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-tar' },
        body: Readable.toWeb(createReadStream(file)) as BodyInit,
        duplex: 'half',
      } as RequestInit);
      const taken = (await answer.json()) as Taken;
      tell(values, taken, wordsOf(taken, t));
    });
  },
};

const wordsOf = (taken: Taken, t: Translate): string[] => {
  const { name, address, key, keyKnown, events, here, written, missing, done } = taken;
  return [
    done
      ? t('cli.importTown.done', { name, address, written, here })
      : t('cli.importTown.could', { name, address, events, here }),
    keyKnown ? t('cli.importTown.proven') : t('cli.importTown.unproven', { key }),
    ...(missing.includes('responsible') ? [t('cli.importTown.responsible')] : []),
    ...(done && written > 0 ? [t('cli.importTown.next')] : []),
  ];
};

function refuseUnreadable(file: string, t: Translate): void {
  try {
    accessSync(file, constants.R_OK);
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    throw new WrongUse(t('cli.fileUnreadable', { file, code }));
  }
}

/** The last thing that is said here of a town: where it is kept from now on. */
export const townMoved: CliCommand = {
  usage: 'town moved',
  summary: (t) => t('cli.townMoved'),
  options: {
    town: { type: 'string', value: 'NAME|ID', about: (t) => t('cli.townMoved.town') },
    to: { type: 'string', value: 'URL', about: (t) => t('cli.townMoved.to') },
    json: asJson,
  },
  arguments: 0,
  async run(values, _words, t) {
    const { town, to } = values;
    if (typeof town !== 'string' || typeof to !== 'string') {
      throw new WrongUse(t('cli.townMoved.missing'));
    }
    await atServer(values, t, async (client) => {
      const { id, name } = await townNamed(client, town, t);
      const path = `/api/v1/municipalities/${id}/move-municipality`;
      const answer = await client.request(path, json({ text: { address: to } }));
      tell(values, (await answer.json()) as object, [t('cli.townMoved.done', { name, to })]);
    });
  },
};
