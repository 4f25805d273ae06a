import type { Translate } from '@klimaspur/messages';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import {
  type CliCommand,
  type CliOption,
  type OptionValues,
  Refused,
  WrongUse,
} from './command.js';
import { readConfig } from './config.js';
import { type Client, withServer } from './server-client.js';
import { townNamed } from './town-named.js';

export const out: CliOption = { type: 'string', value: 'FILE', about: (t) => t('cli.export.out') };

/** Writes an answer to a file, or to stdout. */
export const download = (
  values: OptionValues,
  t: Translate,
  pathFor: (client: Client) => string | Promise<string>,
) =>
  withServer(
    readConfig(values),
    t,
    async (client) => {
      const { body } = await client.request(await pathFor(client));
      if (!body) return;
      const source = Readable.fromWeb(body as ReadableStream);
      const file = values['out'];
      if (typeof file === 'string') await toFile(source, file, t);
      else await pipeline(source, process.stdout, { end: false });
    },
    true,
  );

const toFile = async (source: Readable, file: string, t: Translate): Promise<void> => {
  try {
    await pipeline(source, createWriteStream(file));
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    throw new Refused(t('cli.fileNotWritten', { file, code: String(code) }));
  }
};

const formats: readonly string[] = ['csv', 'xlsx', 'json'];

export const exportMeasures: CliCommand = {
  usage: 'export measures',
  summary: (t) => t('cli.exportMeasures'),
  options: {
    town: { type: 'string', value: 'NAME|ID', about: (t) => t('cli.export.town') },
    format: { type: 'string', value: 'csv|xlsx|json', about: (t) => t('cli.export.format') },
    out,
  },
  arguments: 0,
  async run(values, _words, t) {
    const format = String(values['format'] ?? 'csv');
    const { town } = values;
    if (!formats.includes(format)) {
      throw new WrongUse(t('cli.export.wrongFormat', { formats: formats.join(', ') }));
    }
    if (format === 'xlsx' && values['out'] === undefined && process.stdout.isTTY) {
      throw new WrongUse(t('cli.export.noText'));
    }
    await download(values, t, async (client) => {
      const query = new URLSearchParams({ format });
      if (typeof town === 'string') {
        query.set('municipality', (await townNamed(client, town, t)).id);
      }
      return `/api/v1/exports/measures?${query}`;
    });
  },
};

export const exportEvents: CliCommand = {
  usage: 'export events',
  summary: (t) => t('cli.exportEvents'),
  options: { proofs: { type: 'boolean', about: (t) => t('cli.export.proofs') }, out },
  arguments: 0,
  run: (values, _words, t) =>
    download(values, t, () => `/api/v1/exports/events${values['proofs'] ? '?proofs=yes' : ''}`),
};
