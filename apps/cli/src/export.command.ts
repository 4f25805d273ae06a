import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { type CliCommand, WrongUse } from './command.js';
import { readConfig } from './config.js';
import { withServer } from './server-client.js';

/** Writes an answer to a file, or to stdout. */
const download = (path: string, values: Readonly<Record<string, unknown>>) =>
  withServer(readConfig(values['data'] as string | undefined), async (client) => {
    const { body } = await client.request(path);
    if (!body) return;
    const source = Readable.fromWeb(body as ReadableStream);
    if (typeof values['out'] === 'string') await pipeline(source, createWriteStream(values['out']));
    else await pipeline(source, process.stdout, { end: false });
  });

const formats: readonly string[] = ['csv', 'xlsx', 'json'];

export const exportMeasures: CliCommand = {
  usage: 'export measures',
  summary: 'Write the measures as CSV, XLSX or JSON',
  options: { town: { type: 'string' }, format: { type: 'string' }, out: { type: 'string' } },
  arguments: 0,
  async run(values) {
    const format = values['format'] ?? 'csv';
    if (!formats.includes(String(format))) {
      throw new WrongUse(`--format must be one of ${formats.join(', ')}.`);
    }
    if (format === 'xlsx' && values['out'] === undefined && process.stdout.isTTY) {
      throw new WrongUse('A workbook is no text: name a file with --out FILE.xlsx.');
    }
    const query = new URLSearchParams({ format: String(format) });
    if (typeof values['town'] === 'string') query.set('municipality', values['town']);
    await download(`/api/v1/exports/measures?${query}`, values);
  },
};

export const exportEvents: CliCommand = {
  usage: 'export events',
  summary: 'Write all events as JSON Lines',
  options: { out: { type: 'string' } },
  arguments: 0,
  run: (values) => download('/api/v1/exports/events', values),
};
