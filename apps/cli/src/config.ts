import { readSettings, type Settings } from '@klimaspur/settings';

/** `--data DIR` wins over the environment. With its sibling of the API the only reader of it. */
export function readConfig(dataFolder?: string): Settings {
  if (dataFolder !== undefined) process.env['KLIMASPUR_DATA'] = dataFolder;
  return readSettings(process.env);
}
