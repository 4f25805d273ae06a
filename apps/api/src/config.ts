import { readSettings, type Settings } from '@klimaspur/settings';

/** The settings of this process. With its sibling of the CLI the only reader of the environment. */
export const readConfig = (): Settings => readSettings(process.env);
