import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  addressWarnings,
  announceServer,
  type Settings,
  withdrawServer,
} from '@klimaspur/settings';
import {
  DataFolderInUse,
  LogAccessDenied,
  LogUnreachable,
  NotStorable,
} from '@klimaspur/event-store';
import { messageFor, type Translate } from '@klimaspur/messages';
import { VaultUnavailable } from '@klimaspur/vault';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { FirstOperator } from './auth/first-operator.js';
import { LoginLinks } from './auth/login-links.js';
import { SignInAddress } from './auth/sign-in-address.js';
import { createApp } from './create-app.js';
import { StartTrouble } from './persistence/start-trouble.js';

/** The server cannot start for a reason that the operator can remove. */
export class StartRefused extends Error {}

/** Open streams end here at the latest, so that a stop never hangs. */
const PATIENCE_MS = 5_000;

/** Serves until SIGTERM or SIGINT, and tells people and the CLI where. */
export async function startServer(settings: Settings, t: Translate): Promise<void> {
  makeDataFolder(settings.dataFolder, t);
  const app = await openApp(settings, t);
  await listen(app, settings, t);
  const port = portOf(app);
  const url = addressOf(port, settings.host);
  announce(settings, url, t);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void stop(app, settings));
  }
  for (const words of addressWarnings(settings, { port, inContainer: inContainer() })) {
    process.stderr.write(`${t('serve.warning', { words: words[t.lang] })}\n`);
  }
  process.stdout.write(welcome(settings, url, await signInLink(app, url), t));
}

function makeDataFolder(folder: string, t: Translate): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartRefused(t('serve.folder', { folder, code: String(code) }));
  }
}

async function openApp(settings: Settings, t: Translate): Promise<NestFastifyApplication> {
  try {
    return await createApp(settings);
  } catch (error) {
    if (error instanceof DataFolderInUse) {
      throw new StartRefused(t('folder.inUse', { folder: error.folder }));
    }
    if (error instanceof VaultUnavailable) {
      throw new StartRefused(t('serve.vaultSilent', { reason: error.reason }));
    }
    if (error instanceof StartTrouble) throw new StartRefused(wordsOf(error, t));
    if (error instanceof LogUnreachable || error instanceof LogAccessDenied) {
      throw new StartRefused(t('serve.logRefused', { words: logWords(error, t) }));
    }
    if (settings.log.kind !== 'sqlite' && error instanceof NotStorable) {
      throw new StartRefused(t('serve.logAddress', { reason: error.message }));
    }
    throw error;
  }
}

/** With its code, by which it can be looked up. */
const wordsOf = ({ code, params, message }: StartTrouble, { lang }: Translate): string => {
  const words = messageFor(lang, `serve.trouble.${code}`, {
    ...params,
    folder: dirname(params.file),
  });
  return `${words ?? message} [${code}]`;
};

const logWords = (error: LogUnreachable | LogAccessDenied, { lang }: Translate): string => {
  const params = error instanceof LogUnreachable ? { ...error } : {};
  return `${messageFor(lang, `serve.logTrouble.${error.code}`, params) ?? error.message} [${error.code}]`;
};

/** Whoever can read what the server prints may run it. */
async function signInLink(app: NestFastifyApplication, url: string): Promise<string> {
  const { id } = await app.get(FirstOperator).person();
  const { code } = await app.get(LoginLinks).make({ role: 'OPERATOR' }, id);
  return app.get(SignInAddress).of(code, url);
}

async function listen(
  app: NestFastifyApplication,
  { port, host }: Settings,
  t: Translate,
): Promise<void> {
  try {
    await app.init();
    await app.getHttpAdapter().getInstance().listen({ port, host });
  } catch (error) {
    await app.close();
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new StartRefused(t('serve.portInUse', { port: String(port) }));
    }
    if (code === 'EACCES') throw new StartRefused(t('serve.portClosed', { port: String(port) }));
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new StartRefused(t('serve.hostUnknown', { host }));
    }
    throw error;
  }
}

/** Without the note pages are served all the same; only the commands of the shell do not find the server. */
function announce({ dataFolder }: Settings, url: string, t: Translate): void {
  try {
    announceServer(dataFolder, { url, pid: process.pid });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const words = t('serve.notAnnounced', { folder: dataFolder, code: String(code) });
    process.stderr.write(`${t('serve.warning', { words })}\n`);
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

function welcome(settings: Settings, url: string, link: string, t: Translate): string {
  const rows = [
    ['Klimaspur', settings.baseUrl ?? url],
    [t('serve.dataFolder'), settings.dataFolder],
    [t('serve.signIn'), link],
    [t('serve.stop'), t('serve.keys')],
  ] as const;
  const width = Math.max(...rows.map(([label]) => label.length)) + 3;
  const lines = rows.map(([label, value]) => `  ${label.padEnd(width)}${value}`);
  return ['', ...lines, '', ''].join('\n');
}

async function stop(app: NestFastifyApplication, { dataFolder }: Settings): Promise<void> {
  withdrawServer(dataFolder, process.pid);
  const cut = setTimeout(() => app.getHttpServer().closeAllConnections(), PATIENCE_MS);
  await app.close();
  clearTimeout(cut);
}
