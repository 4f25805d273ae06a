import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Settings } from '@klimaspur/settings';
import { Refusal } from '../errors/refusal.js';
import { RecentlyAsked } from '../http/recently-asked.js';
import { SETTINGS } from '../settings.module.js';
import { firstExecutable } from './first-executable.js';

/** A page of four sheets takes a second; whoever needs longer hangs. */
const TIME_LIMIT_MS = 30_000;
/** Each takes a browser: whoever comes when so many wait is asked to come again. */
const MOST_WAITING = 4;
/** Where the tools lie that the scripts of the packages call. */
const SYSTEM_PATH = '/usr/local/bin:/usr/bin:/bin';
const KEPT_BYTES = 16 * 1_048_576;

/** Nothing is asked of anybody: no name leads anywhere, and what could ask by itself is switched off. */
const flags = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--no-first-run',
  '--no-pdf-header-footer',
  '--generate-pdf-document-outline',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=127.0.0.1:9',
];

const logger = new Logger('printing');
const retryLater = { headers: { 'retry-after': '60' } };

/** Makes tagged PDFs of pages that hold all they need, one at a time, with the browser of the system. */
@Injectable()
export class PdfPrinter {
  private readonly browser: string | undefined;
  private readonly printed = new RecentlyAsked<Buffer>(KEPT_BYTES, (_, { length }) => length);
  private waiting = 0;
  private last: Promise<unknown> = Promise.resolve();

  constructor(@Inject(SETTINGS) { browsers }: Settings) {
    this.browser = firstExecutable(browsers);
  }

  get isThere(): boolean {
    return this.browser !== undefined;
  }

  /** The same page is printed once for all. */
  async print(html: string): Promise<Buffer> {
    const { browser } = this;
    if (browser === undefined) throw new Refusal('print/no-browser');
    const key = createHash('sha256').update(html).digest('hex');
    const known = this.printed.get(key);
    if (known) return known;
    const pdf = await this.inTurn(() => printWith(browser, html));
    this.printed.set(key, pdf);
    return pdf;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.waiting >= MOST_WAITING) throw new Refusal('print/busy', retryLater);
    this.waiting += 1;
    const turn = this.last.then(work, work);
    this.last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.waiting -= 1;
    }
  }
}

const run = promisify(execFile);

const printWith = async (browser: string, html: string): Promise<Buffer> => {
  const folder = await mkdtemp(join(tmpdir(), 'klimaspur-print-'));
  try {
    const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
    await writeFile(page, html, { mode: 0o600 });
    const own = [`--user-data-dir=${join(folder, 'profile')}`, `--print-to-pdf=${pdf}`];
    await run(browser, [...flags, ...sandbox(), ...own, pathToFileURL(page).href], {
      timeout: TIME_LIMIT_MS,
      killSignal: 'SIGKILL',
      env: { HOME: folder, PATH: SYSTEM_PATH },
    });
    return await readFile(pdf);
  } catch (error) {
    logger.error(error);
    throw new Refusal('print/failed', retryLater);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
};

/** Chromium has no sandbox for root, as whom it runs in many a container; the page is ours, and its policy lets no script run. */
const sandbox = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);
