import { readSettings, type Settings } from '@klimaspur/settings';

/** `--data DIR` wins over the environment. With its sibling of the API the only reader of it. */
export function readConfig(dataFolder?: string): Settings {
  if (dataFolder !== undefined) process.env['KLIMASPUR_DATA'] = dataFolder;
  return readSettings(process.env);
}

/** For a server that works for one command: on a free port that only this machine reaches. */
export const environmentFor = ({ dataFolder }: Settings): NodeJS.ProcessEnv => ({
  ...process.env,
  KLIMASPUR_DATA: dataFolder,
  HOST: '127.0.0.1',
  PORT: '0',
});
