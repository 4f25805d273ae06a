#!/usr/bin/env node
// The program `klimaspur`: finds the right Node, then hands over to the built CLI.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as module from 'node:module';
import { pathToFileURL } from 'node:url';
import { fromRoot, isNodeNewEnough, nodeProgram } from './paths.mjs';

const cli = fromRoot('dist', 'apps', 'cli', 'src', 'main.js');

if (!existsSync(cli)) {
  const { setUpOrEnd } = await import('./setup.mjs');
  await setUpOrEnd();
}
if (isNodeNewEnough()) await goOn();
else handOver();

/** Compiled code is kept from start to start, where the folder may be written. */
async function goOn() {
  module.enableCompileCache?.(fromRoot('node_modules', '.cache', 'klimaspur'));
  await import(pathToFileURL(cli).href);
}

/** An older Node only passes on: words, signals and the exit code. */
function handOver() {
  const child = spawn(nodeProgram(), [cli, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0);
  });
}
