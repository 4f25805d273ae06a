import type { Lang } from '@klimaspur/messages';
import { readSettings, type Settings, shellLanguage } from '@klimaspur/settings';
import { basename } from 'node:path';
import type { OptionValues } from './command.js';

/** `--data DIR` wins over the environment. With its sibling of the API the only reader of it. */
export function readConfig({ data }: OptionValues): Settings {
  if (typeof data === 'string') process.env['KLIMASPUR_DATA'] = data;
  return readSettings(process.env);
}

export const languageOfShell = (): Lang => shellLanguage(process.env);

/** What to type before the name of a command: the program itself where it is installed, else as the README does. */
export const programName = (): string => {
  const installed = basename(process.argv[1] ?? '') === 'klimaspur';
  return installed && process.env['npm_command'] === undefined ? 'klimaspur' : 'npx klimaspur';
};

/**
 * For a server that works for one command: on a free port that only this machine reaches. Addresses it gives are
 * those of the server that will run on this folder.
 */
export const environmentFor = ({
  dataFolder,
  baseUrl,
  host,
  port,
}: Settings): NodeJS.ProcessEnv => ({
  ...process.env,
  KLIMASPUR_DATA: dataFolder,
  // Port 0 is another one each time.
  ...(port === 0 ? {} : { KLIMASPUR_BASE_URL: baseUrl ?? addressOf(host, port) }),
  HOST: '127.0.0.1',
  PORT: '0',
});

const addressOf = (host: string, port: number): string => {
  const local = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${local.includes(':') ? `[${local}]` : local}:${port}`;
};
