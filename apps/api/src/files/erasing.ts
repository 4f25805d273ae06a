import { checkFields, DomainError, text } from '@klimaspur/domain';
import { Injectable } from '@nestjs/common';
import type { Lang } from '@klimaspur/messages';
import type { KeptFile } from '@klimaspur/vault';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../errors/refusal.js';
import { FileRights } from './file-rights.js';
import { KeptFiles } from './kept-files.js';

/** What must be said when a file is taken away. */
const asked = { reason: text(500, 'in public words') };

/** Takes files away for ever: of people who did not agree, or what nobody may show. */
@Injectable()
export class Erasing {
  constructor(
    private readonly files: KeptFiles,
    private readonly rights: FileRights,
  ) {}

  /** The file, for those who may take it away; refused where it is gone already. */
  async find(request: FastifyRequest, sha256: string, lang: Lang): Promise<KeptFile> {
    const file = await this.files.one(sha256);
    await this.rights.requireErasing(request, sha256, lang);
    const { erased } = file;
    if (erased) throw new Refusal('file/erased', { params: { reason: erased.reason } });
    return file;
  }

  async erase(
    request: FastifyRequest,
    sha256: string,
    said: Readonly<Record<string, unknown>>,
    lang: Lang,
  ): Promise<KeptFile> {
    await this.find(request, sha256, lang);
    const issues = checkFields(asked, said);
    if (issues.length > 0) throw new DomainError('command/invalid', issues);
    const by = request.viewer?.person;
    const reason = String(said['reason']);
    await this.files.erase(sha256, { at: Date.now(), reason, ...(by ? { by } : {}) });
    return this.files.one(sha256);
  }
}
