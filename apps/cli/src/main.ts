import { serve } from './serve.command.js';
import { runCli } from './run-cli.js';

process.exitCode = await runCli([serve], process.argv.slice(2));
