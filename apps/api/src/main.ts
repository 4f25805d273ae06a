import { SettingsError } from '@klimaspur/settings';
import { readConfig } from './config.js';
import { StartRefused, startServer } from './server.js';

try {
  await startServer(readConfig());
} catch (error) {
  if (!(error instanceof SettingsError || error instanceof StartRefused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
