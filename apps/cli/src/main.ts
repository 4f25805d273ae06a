import { messages } from '@klimaspur/messages';
import { eraseFile, example, loginLink, rebuild } from './admin.commands.js';
import { backup, restore } from './backup.commands.js';
import { languageOfShell } from './config.js';
import { exportEvents, exportMeasures } from './export.command.js';
import { importLocalZero, importMeasures } from './import.command.js';
import { logCopy } from './log-copy.command.js';
import { exportPerson, forgetPerson } from './person.commands.js';
import {
  dismissStream,
  listParked,
  listProjections,
  rebuildProjection,
  replayStream,
} from './projections.commands.js';
import { redact } from './redact.command.js';
import { serve } from './serve.command.js';
import { runCli } from './run-cli.js';
import { copyVaultCommand } from './vault.command.js';
import { verify } from './verify.command.js';
import { exportTown, importTown, townMoved } from './town.commands.js';

const commands = [
  serve,
  importLocalZero,
  importMeasures,
  importTown,
  exportMeasures,
  exportEvents,
  exportTown,
  example,
  loginLink,
  rebuild,
  listProjections,
  rebuildProjection,
  listParked,
  replayStream,
  dismissStream,
  redact,
  eraseFile,
  exportPerson,
  forgetPerson,
  backup,
  restore,
  verify,
  logCopy,
  copyVaultCommand,
  townMoved,
];

/** Whoever reads may stop reading at any time; what is left to say then goes nowhere. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const code = await runCli(commands, process.argv.slice(2), messages(languageOfShell()));
if (code !== 0) process.exitCode = code;
