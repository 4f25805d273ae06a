import { createReadStream, existsSync } from 'node:fs';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../auth/auth.guard.js';
import { Refusal } from '../../errors/refusal.js';
import { Uploads } from '../../imports/uploads.js';
import { ImportDesk } from './import-desk.js';
import { importRoutes } from './import-paths.js';

/** The whole report of the last look at a file, or of what was taken over. */
@ApiExcludeController()
@Controller()
@SignedIn()
export class ReportFileController {
  constructor(
    private readonly imports: ImportDesk,
    private readonly uploads: Uploads,
  ) {}

  @Get(importRoutes.reports)
  async report(
    @Param('slug') slug: string | undefined,
    @Param('upload') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { asked, upload } = await this.imports.looked(request, slug, id);
    const path = this.uploads.report(upload.id);
    if (!existsSync(path)) throw new Refusal('import/unknown');
    const name = `${asked.lang === 'de' ? 'importbericht' : 'import-report'}.csv`;
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'no-store')
      .send(createReadStream(path));
  }
}
