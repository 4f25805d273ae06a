import { messages } from '@klimaspur/messages';
import { SettingsError } from '@klimaspur/settings';
import { languageOfShell, readConfig } from './config.js';
import { StartRefused, startServer } from './server.js';

const t = messages(languageOfShell());

try {
  await startServer(readConfig(), t);
} catch (error) {
  if (!(error instanceof SettingsError || error instanceof StartRefused)) throw error;
  const words = error instanceof SettingsError ? error.in(t.lang) : error.message;
  process.stderr.write(`${words}\n`);
  // What had been opened before the refusal (log, threads, connections) would keep the process waiting for ever.
  process.exit(1);
}
