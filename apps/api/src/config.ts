import type { Lang } from '@klimaspur/messages';
import { readSettings, type Settings, shellLanguage } from '@klimaspur/settings';

/** The settings of this process. With its sibling of the CLI the only reader of the environment. */
export const readConfig = (): Settings => readSettings(process.env);

/** What is said to whoever starts the server. */
export const languageOfShell = (): Lang => shellLanguage(process.env);
