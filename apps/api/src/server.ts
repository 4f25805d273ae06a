import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  addressWarnings,
  announceServer,
  type Settings,
  withdrawServer,
} from '@klimaspur/settings';
import { DataFolderInUse } from '@klimaspur/event-store';
import { existsSync, mkdirSync } from 'node:fs';
import { FirstOperator } from './auth/first-operator.js';
import { LoginLinks } from './auth/login-links.js';
import { SignInAddress } from './auth/sign-in-address.js';
import { createApp } from './create-app.js';

/** The server cannot start for a reason that the operator can remove. */
export class StartRefused extends Error {}

/** Open streams end here at the latest, so that a stop never hangs. */
const PATIENCE_MS = 5_000;

/** Serves until SIGTERM or SIGINT, and tells people and the CLI where. */
export async function startServer(settings: Settings): Promise<void> {
  makeDataFolder(settings.dataFolder);
  const app = await openApp(settings);
  await listen(app, settings);
  const port = portOf(app);
  const url = addressOf(port, settings.host);
  announceServer(settings.dataFolder, { url, pid: process.pid });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void stop(app, settings));
  }
  for (const words of addressWarnings(settings, { port, inContainer: inContainer() })) {
    process.stderr.write(`Warning: ${words}\n`);
  }
  process.stdout.write(welcome(settings, url, await signInLink(app, url)));
}

function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartRefused(`The data folder ${folder} cannot be made (${code}).`);
  }
}

async function openApp(settings: Settings): Promise<NestFastifyApplication> {
  try {
    return await createApp(settings);
  } catch (error) {
    if (error instanceof DataFolderInUse) throw new StartRefused(error.message);
    throw error;
  }
}

/** Whoever can read what the server prints may run it. */
async function signInLink(app: NestFastifyApplication, url: string): Promise<string> {
  const { id } = await app.get(FirstOperator).person();
  const { code } = await app.get(LoginLinks).make({ role: 'OPERATOR' }, id);
  return app.get(SignInAddress).of(code, url);
}

async function listen(app: NestFastifyApplication, { port, host }: Settings): Promise<void> {
  try {
    await app.init();
    await app.getHttpAdapter().getInstance().listen({ port, host });
  } catch (error) {
    await app.close();
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new StartRefused(
        `Port ${port} is in use by another program. Stop that one, or choose a free port: PORT=0`,
      );
    }
    if (code === 'EACCES') throw new StartRefused(`Port ${port} is not open to this user.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new StartRefused(`HOST ${host} is no address of this machine.`);
    }
    throw error;
  }
}

const portOf = (app: NestFastifyApplication): number =>
  (app.getHttpServer().address() as { port: number }).port;

/** An address that can be opened: the wildcard addresses become the local one. */
function addressOf(port: number, host: string): string {
  const local = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${local.includes(':') ? `[${local}]` : local}:${port}`;
}

/** Docker and Podman each leave a file of their own. */
const inContainer = (): boolean =>
  ['/.dockerenv', '/run/.containerenv'].some((file) => existsSync(file));

function welcome(settings: Settings, url: string, link: string): string {
  return [
    '',
    `  Klimaspur        ${settings.baseUrl ?? url}`,
    `  Data folder      ${settings.dataFolder}`,
    `  Sign in (once)   ${link}`,
    '  Stop with        Ctrl+C',
    '',
    '',
  ].join('\n');
}

async function stop(app: NestFastifyApplication, { dataFolder }: Settings): Promise<void> {
  withdrawServer(dataFolder, process.pid);
  const cut = setTimeout(() => app.getHttpServer().closeAllConnections(), PATIENCE_MS);
  await app.close();
  clearTimeout(cut);
}
