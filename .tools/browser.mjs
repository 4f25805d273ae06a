import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';
import { SetupError, tell } from './say.mjs';

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ELSEWHERE = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** What the tests need from the system: a browser and, where it exists, strace. */
export async function ensureTestPrograms() {
  const missing = [];
  if (!findChromium()) missing.push('chromium');
  if (process.platform === 'linux' && !findProgram(['strace'])) missing.push('strace');
  if (missing.length === 0) return;
  const installable = process.getuid?.() === 0 && findProgram(['apt-get']);
  if (!installable) throw new SetupError(requestFor(missing));
  await tell(`Installing ${missing.join(' and ')} from Debian's packages`, async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update'], { env });
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...missing], { env });
  });
}

/** The browser for the tests, or undefined. */
export const findChromium = () => findProgram(BROWSERS) ?? ELSEWHERE.find(existsSync);

const requestFor = (packages) =>
  `The tests need ${packages.join(' and ')}. Install them with this line, then try again:\n\n` +
  `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}\n`;

const findProgram = (names) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .concat('/usr/bin', '/usr/local/bin', '/snap/bin')
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((file) => existsSync(file));
