import { example, loginLink, rebuild } from './admin.commands.js';
import { backup, restore } from './backup.commands.js';
import { exportEvents, exportMeasures } from './export.command.js';
import { importLocalZero, importMeasures } from './import.command.js';
import { serve } from './serve.command.js';
import { runCli } from './run-cli.js';

const commands = [
  serve,
  importLocalZero,
  importMeasures,
  exportMeasures,
  exportEvents,
  example,
  loginLink,
  rebuild,
  backup,
  restore,
];

const code = await runCli(commands, process.argv.slice(2));
if (code !== 0) process.exitCode = code;
