import type { Translate } from '@klimaspur/messages';
import { asJson, type CliCommand, type OptionValues, WrongUse } from './command.js';
import { readConfig } from './config.js';
import { type Client, withServer } from './server-client.js';
import { townNamed } from './town-named.js';

export const atServer = <T>(
  values: OptionValues,
  t: Translate,
  work: (client: Client) => Promise<T>,
  needsFolder = false,
): Promise<T> => withServer(readConfig(values), t, work, needsFolder);

export const post = async (
  client: Client,
  path: string,
  body: object = {},
): Promise<Record<string, unknown>> => {
  const answer = await client.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as Record<string, unknown>;
};

/** For machines as it came, else in words: on stdout what is to be taken from there, on stderr what is to be read. */
export const tell = (
  { json }: OptionValues,
  answer: object,
  words: string,
  to: NodeJS.WriteStream = process.stderr,
): void => {
  if (json === true) process.stdout.write(`${JSON.stringify(answer)}\n`);
  else to.write(`${words}\n`);
};

export const loginLink: CliCommand = {
  usage: 'login-link',
  summary: (t) => t('cli.loginLink'),
  options: {
    town: { type: 'string', value: 'NAME|ID', about: (t) => t('cli.loginLink.town') },
    role: { type: 'string', value: 'ROLE', about: (t) => t('cli.loginLink.role') },
    json: asJson,
  },
  arguments: 0,
  run: (values, _words, t) =>
    atServer(values, t, async (client) => {
      const { town, role } = values;
      const municipality =
        typeof town === 'string' ? (await townNamed(client, town, t)).id : undefined;
      const link = await post(client, '/api/v1/login-links', {
        role: String(role ?? (municipality ? 'LEAD' : 'OPERATOR')).toUpperCase(),
        ...(municipality === undefined ? {} : { municipality }),
      });
      tell(values, link, String(link['url']), process.stdout);
    }),
};

export const example: CliCommand = {
  usage: 'example ruesselsheim',
  summary: (t) => t('cli.example'),
  options: { json: asJson },
  arguments: 0,
  run: (values, _words, t) =>
    atServer(values, t, async (client) => {
      tell(values, await post(client, '/api/v1/examples/ruesselsheim'), t('cli.example.done'));
    }),
};

export const rebuild: CliCommand = {
  usage: 'rebuild',
  summary: (t) => t('cli.rebuild'),
  options: { json: asJson },
  arguments: 0,
  run: (values, _words, t) =>
    atServer(
      values,
      t,
      async (client) => {
        const done = await post(client, '/api/v1/read-models/rebuild');
        const [events, seconds] = [Number(done['events']), Number(done['seconds'])];
        tell(values, done, t('cli.rebuild.done', { events, seconds }));
      },
      true,
    ),
};

export const eraseFile: CliCommand = {
  usage: 'files erase SHA256',
  summary: (t) => t('cli.files.erase'),
  options: {
    reason: { type: 'string', value: 'TEXT', about: (t) => t('cli.files.erase.reason') },
    json: asJson,
  },
  arguments: 1,
  run: (values, [sha256 = ''], t) => {
    const { reason } = values;
    if (reason === undefined) throw new WrongUse(t('cli.files.erase.reasonMissing'));
    return atServer(
      values,
      t,
      async (client) => {
        const path = `/api/v1/files/${encodeURIComponent(sha256)}/erase`;
        tell(values, await post(client, path, { reason }), t('cli.files.erase.done', { sha256 }));
      },
      true,
    );
  },
};
