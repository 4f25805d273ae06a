import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { KeptFile } from '@klimaspur/vault';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../errors/language.js';
import { Refusal } from '../errors/refusal.js';
import { PageETag } from '../web/page-etag.js';
import { inBoth } from '../web/paths.js';
import { filePath, previewPath } from './file-paths.js';
import { FileRights } from './file-rights.js';
import { KeptFiles } from './kept-files.js';

const DAY_SECONDS = 86_400;
const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

/** A document can do nothing in our name: no script, no form, no request. */
const nothingAllowed = "default-src 'none'; frame-ancestors 'self'";
/** Browsers show a PDF by a program of their own, which a sandbox would keep from starting. */
const policies: Readonly<Record<string, string>> = {
  'application/pdf': `${nothingAllowed}; object-src 'self'; style-src 'unsafe-inline'`,
};

/** Uploaded files, for those who may see what names them. */
@ApiExcludeController()
@Controller()
export class FilePagesController {
  constructor(
    private readonly files: KeptFiles,
    private readonly rights: FileRights,
  ) {}

  @Get(inBoth((lang) => filePath(lang, ':sha256')))
  async file(
    @Param('sha256') sha256: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { seen, file } = await this.found(request, sha256);
    if (this.isAnswered(request, reply, seen, `"${sha256}"`)) return;
    const bytes = await this.files.read(sha256);
    await this.send(reply, seen, bytes, file.mediaType, sha256);
  }

  @Get(inBoth((lang) => previewPath(lang, ':sha256')))
  async preview(
    @Param('sha256') sha256: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { seen, file } = await this.found(request, sha256);
    if (!file.mediaType.startsWith('image/')) throw new Refusal('file/unknown');
    if (this.isAnswered(request, reply, seen, `"${sha256}-preview"`)) return;
    const bytes = await this.files.preview(sha256);
    await this.send(reply, seen, bytes, 'image/webp', sha256);
  }

  private async found(
    request: FastifyRequest,
    sha256: string,
  ): Promise<{ seen: 'public' | 'private'; file: KeptFile }> {
    const seen = await this.rights.seeing(request, sha256, languageOf(request));
    if (!seen) throw new Refusal('file/unknown');
    const file = await this.files.one(sha256);
    const { erased } = file;
    if (erased) throw new Refusal('file/erased', { params: { reason: erased.reason } });
    return { seen, file };
  }

  /**
   * A hash names one content for ever, so a copy is good for as long as it may be shown: a day, for what is erased must
   * not live on in caches.
   */
  private isAnswered(
    request: FastifyRequest,
    reply: FastifyReply,
    seen: 'public' | 'private',
    tag: string,
  ): boolean {
    if (seen === 'private') {
      void reply.header('cache-control', 'private, no-store');
      return false;
    }
    void reply.headers({
      etag: tag,
      'cache-control': `public, max-age=${DAY_SECONDS}, immutable`,
    });
    if (!PageETag.fits(request, tag)) return false;
    void reply.status(304).send();
    return true;
  }

  private async send(
    reply: FastifyReply,
    seen: 'public' | 'private',
    bytes: Uint8Array | undefined,
    type: string,
    sha256: string,
  ): Promise<void> {
    if (!bytes) throw new Refusal('file/unknown');
    const name = `${sha256.slice(0, 12)}.${endings[type] ?? 'bin'}`;
    await reply
      .headers({
        'content-type': type,
        'content-length': bytes.length,
        'content-disposition': `inline; filename="${name}"`,
        'content-security-policy': policies[type] ?? `${nothingAllowed}; sandbox`,
        'x-content-type-options': 'nosniff',
        ...(seen === 'private' ? { vary: 'Cookie' } : {}),
      })
      .send(bytes);
  }
}
