import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Answered, TestApp } from '../api/app.js';
import type { LogServer } from './log-servers.js';
import { TownModel, type Wish } from './town-model.js';

type Refused = Pick<Answered, 'status' | 'json' | 'text'>;

const KNOWN = /^(storage|log|vault|views)\//;

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'klimaspur-weathered-'));

const startIn = (folder: string, server?: LogServer): Promise<TestApp> =>
  TestApp.start({ KLIMASPUR_DATA: folder, ...(server && { KLIMASPUR_LOG: server.url }) });

/** A server with a town, and the simple model that it is held against. */
export class WeatheredTown {
  /** Grows with each crash: what an abandoned process answers counts for nothing. */
  private life = 0;
  /** Codes by which somebody was refused for a moment. */
  readonly refusals = new Set<string>();
  /** Links that were promised, by their secret. */
  readonly invitations: string[] = [];

  private constructor(
    private folder: string,
    public klimaspur: TestApp,
    readonly model: TownModel,
    /** Undefined: the log lies in the folder. */
    readonly server: LogServer | undefined,
  ) {}

  static async found(server?: LogServer): Promise<WeatheredTown> {
    const folder = newFolder();
    const klimaspur = await startIn(folder, server);
    return new WeatheredTown(folder, klimaspur, await TownModel.found(klimaspur), server);
  }

  /** As a client does that wants to be sure: the same again under the same key. False: this server died meanwhile. */
  async insist(wish: Wish): Promise<boolean> {
    const { life, klimaspur } = this;
    for (;;) {
      const { status, json, text } = await klimaspur.post(wish.path, wish.body, {
        'idempotency-key': wish.key,
      });
      if (life !== this.life) return false;
      if (status === 200 || status === 201) {
        this.model.grant(wish, { id: String(json['id']), revision: Number(json['revision']) });
        return true;
      }
      this.takeRefusal(wish.path, { status, json, text });
    }
  }

  /** What goes into the vault alone. */
  async invite(): Promise<void> {
    const body = { role: 'MONITOR', municipality: this.model.municipality };
    for (;;) {
      const answer = await this.klimaspur.post('login-links', body);
      if (answer.status === 201) {
        const code = new URL(String(answer.json['url'])).searchParams.get('code');
        return void this.invitations.push(code!);
      }
      this.takeRefusal('login-links', answer);
    }
  }

  private takeRefusal(path: string, { status, json, text }: Refused): void {
    const code = String(json['code']);
    if (status !== 503 || !KNOWN.test(code)) throw new Error(`${path}: ${status} ${text}`);
    this.refusals.add(code);
  }

  async restart(): Promise<void> {
    await this.leave();
    this.klimaspur = await startIn(this.folder, this.server);
  }

  /**
   * Like a kill while these wishes are on their way: what lies on the disk at that moment is all that goes on. Afterwards their
   * clients ask again.
   */
  async crashDuring(wishes: readonly Wish[], turns: number): Promise<void> {
    const { klimaspur, folder } = this;
    const asked = wishes.map((wish) => this.insist(wish).catch(() => false));
    for (let n = 0; n < turns; n += 1) await setImmediate();
    const left = newFolder();
    cpSync(folder, left, { recursive: true });
    this.life += 1;
    await Promise.all(asked);
    await klimaspur.stop();
    rmSync(folder, { recursive: true });
    this.folder = left;
    this.klimaspur = await startIn(left, this.server);
    for (const wish of wishes) await this.insist(wish);
  }

  async end(): Promise<void> {
    await this.leave();
    rmSync(this.folder, { recursive: true });
  }

  private leave(): Promise<void> {
    return this.klimaspur.stop();
  }
}
