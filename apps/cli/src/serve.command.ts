import type { CliCommand } from './command.js';
import { readConfig } from './config.js';

/** Started by its file, not imported: the apps stay strangers, and there is one process only. */
const server = new URL('../../api/src/main.js', import.meta.url);

export const serve: CliCommand = {
  usage: 'serve',
  summary: (t) => t('cli.serve'),
  options: {},
  arguments: 0,
  async run(values) {
    readConfig(values);
    await import(server.href);
  },
};
