import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { EventStore, Position, RecordedEvent, Upcasting } from '@klimaspur/event-store';
import { Vault } from '@klimaspur/vault';
import { type Logger, pino } from 'pino';
import { readSettings } from '@klimaspur/settings';
import { createApp } from '../../apps/api/src/create-app.js';
import type { LinkEdge } from '../../apps/api/src/links/links.module.js';
import { Worlds } from '../../apps/api/src/persistence/worlds.js';
import { checkable, markChecked } from '../../apps/api/src/web/site/site-filled.js';

export const token = 'a-token-of-enough-characters';

export interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'OPTIONS';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Undefined: the operator's token; null: none. */
  readonly token?: string | null;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

const isSent = (body: unknown): body is string | Uint8Array<ArrayBuffer> =>
  typeof body === 'string' || body instanceof Uint8Array;

/** The whole application over real HTTP, on a folder of its own. */
export class TestApp {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly url: string,
    readonly folder: string,
  ) {}

  /** `linkEdge`: whom links lead to; `log`: where the lines of the log go; `upcasting`: how events of other programs are read. */
  static async start(
    environment: Readonly<Record<string, string>> = {},
    linkEdge?: LinkEdge,
    log: Logger = pino({ level: 'error' }, pino.destination(2)),
    upcasting?: Upcasting,
  ): Promise<TestApp> {
    const folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
    const settings = readSettings({
      KLIMASPUR_DATA: folder,
      KLIMASPUR_TOKEN: token,
      KLIMASPUR_LINK_CHECK: 'off',
      KLIMASPUR_CHECKPOINT_SECONDS: '0',
      ...environment,
    });
    const app = await createApp(settings, log, linkEdge, upcasting);
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as { port: number };
    return new TestApp(app, `http://127.0.0.1:${port}`, folder);
  }

  async stop(): Promise<void> {
    await this.app.close();
    rmSync(this.folder, { recursive: true });
  }

  get worlds(): Worlds {
    return this.app.get(Worlds);
  }

  get store(): EventStore {
    return this.worlds.own.store;
  }

  async ask({ method = 'GET', path, body, headers = {}, token: own }: Asked): Promise<Answered> {
    const bearer = own === undefined ? token : own;
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isSent(body) ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /^application\/([\w.]+\+)?json\b/.test(
      response.headers.get('content-type') ?? '',
    );
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: (isJson ? JSON.parse(text) : {}) as Record<string, unknown>,
    };
  }

  post(path: string, body?: unknown, headers?: Readonly<Record<string, string>>) {
    return this.ask({
      method: 'POST',
      path: `/api/v1/${path}`,
      body,
      ...(headers ? { headers } : {}),
    });
  }

  /** Sends a form with files. */
  async sendForm(
    path: string,
    body: FormData,
    own: string | null = token,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answered> {
    const request = new Request(this.url + path, { method: 'POST', body });
    return this.ask({
      method: 'POST',
      path,
      token: own,
      body: Buffer.from(await request.arrayBuffer()),
      headers: { ...headers, 'content-type': request.headers.get('content-type') ?? '' },
    });
  }

  /** What lies there, to the byte. */
  async bytes({ path, token: own }: Pick<Asked, 'path' | 'token'>) {
    const bearer = own === undefined ? token : own;
    const sent = new Headers(bearer === null ? {} : { authorization: `Bearer ${bearer}` });
    const response = await fetch(this.url + path, { headers: sent });
    const { status, headers } = response;
    return { status, headers, bytes: new Uint8Array(await response.arrayBuffer()) };
  }

  /** Says what must be said before a town may be public. */
  async allowPublishing(town: string): Promise<void> {
    const vault = this.app.get(Vault);
    await vault.keepPage({ key: 'imprint', lang: 'de', text: 'Verein Klima', changedAt: 0 });
    for (const page of checkable) await markChecked(vault, page, true);
    const person = { name: 'Karl Muster', address: 'Weg 2', email: '', changedAt: 0 };
    await vault.keepResponsible(town, person);
    const described = { text: { name: 'Klimagruppe' } };
    const revision = (await this.eventsOf(`municipality-${town}`)).length - 1;
    const etag = { 'if-match': `"${revision}"` };
    await this.post(`municipalities/${town}/describe-observers`, described, etag);
  }

  async publish(town: string): Promise<void> {
    await this.allowPublishing(town);
    const { status, text } = await this.post(`municipalities/${town}/publish-municipality`, {});
    if (status !== 200) throw new Error(`publish-municipality: ${status} ${text}`);
  }

  /** Creates something and answers its id. */
  async given(path: string, body: unknown): Promise<string> {
    const { status, json, text } = await this.post(path, body);
    if (status !== 201) throw new Error(`${path}: ${status} ${text}`);
    return json['id'] as string;
  }

  /** Resolves when the views show everything that is in the log. */
  async settle(): Promise<void> {
    for (const { store, readModels } of this.worlds.all()) {
      const position = await store.lastPosition();
      const reached = position === null || (await readModels.waitUntil(position, 60_000));
      if (!reached) throw new Error(`The views stand still: ${readModels.failing}`);
    }
  }

  lastPosition(): Promise<Position | null> {
    return this.store.lastPosition();
  }

  eventsOf(stream: string): Promise<RecordedEvent[]> {
    return this.store.readStream(stream);
  }
}
