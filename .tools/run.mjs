import { spawn } from 'node:child_process';
import { SetupError } from './say.mjs';

/** Runs a program quietly; if it fails, everything it said becomes the error. */
export function run(program, words, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (said += text));
    }
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(said);
      else reject(new SetupError(`${said}\n${[program, ...words].join(' ')} failed (${code}).`));
    });
  });
}
