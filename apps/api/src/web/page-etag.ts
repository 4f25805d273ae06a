import { createHash, hash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { berlinDay } from '@klimaspur/domain';
import { Vault } from '@klimaspur/vault';
import type { Settings } from '@klimaspur/settings';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { baseUrlOf } from '../http/base-url.js';
import { LinkHealth } from '../links/link-health.js';
import type { Reading } from '../reading/reader.js';
import { SETTINGS } from '../settings.module.js';
import { webFolder } from './page-frame.js';

/**
 * Knows whether a page can have changed: by the place in the log, the day in Berlin (lateness begins at
 * midnight), the build, the whole address with its language, and all that pages show beside the log: what is missing
 * here is shown too late. Who is signed in gets every page anew.
 */
@Injectable()
export class PageETag {
  readonly build = createHash('sha256')
    .update(readFileSync(`${webFolder()}/manifest.json`))
    .update(sourcesOf(`${webFolder()}/../.sources`))
    .digest('hex')
    .slice(0, 8);

  constructor(
    private readonly vault: Vault,
    private readonly links: LinkHealth,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** True where the reader has this page already: the answer is sent. */
  unchanged(request: FastifyRequest, reply: FastifyReply, reading: Reading): boolean {
    if (reading.viewer) return false;
    const tag = this.of(request, reading);
    request.answerTag = tag;
    void reply.header('etag', tag);
    if (!PageETag.fits(request, tag)) return false;
    void reply.status(304).headers({ vary: 'Cookie', 'cache-control': 'no-cache' }).send();
    return true;
  }

  of(request: FastifyRequest, { world, now }: Pick<Reading, 'world' | 'now'>): string {
    const { store, readModels, redactions } = world;
    const besides = [
      readModels.edition,
      this.vault.publicVersion(),
      this.links.mark,
      redactions.mark,
    ];
    const address = baseUrlOf(this.settings, request) + request.url;
    const said = [store.logId, readModels.level, berlinDay(now), ...besides, this.build, address];
    return `W/"${hash('sha256', said.join('|'), 'base64url').slice(0, 22)}"`;
  }

  static fits({ headers }: FastifyRequest, tag: string): boolean {
    return (headers['if-none-match'] ?? '').split(/, */).includes(tag);
  }
}

/** What the build wrote down about its sources: the server's own words are part of every page. */
const sourcesOf = (file: string): string =>
  existsSync(file) ? readFileSync(file, 'utf8') : randomUUID();
