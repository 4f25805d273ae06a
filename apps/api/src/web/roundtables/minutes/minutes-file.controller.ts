import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../../auth/auth.guard.js';
import { FormDesk } from '../../forms/form-desk.js';
import { workRoutes } from '../../paths.js';
import { meetingOf, meetingPath } from './meeting.js';
import { minutesMarkdown } from './minutes-text.js';

/** The minutes as a file, for those who work on them. */
@ApiExcludeController()
@Controller()
@SignedIn()
export class MinutesFileController {
  constructor(private readonly desk: FormDesk) {}

  @Get(workRoutes('tables', ':table', 'meetings', ':meeting', 'protocolFile'))
  async file(
    @Param() params: { readonly slug: string; readonly table: string; readonly meeting: string },
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = this.desk.asked(request);
    const town = this.desk.townOf(asked, params.slug);
    this.desk.require(asked, 'roundtable', 'conclude-item', town);
    const at = meetingOf({ ...asked, town }, params.table, params.meeting);
    const name = meetingPath(asked.lang, at, 'protocolFile').split('/').at(-1);
    await reply
      .headers({
        'content-type': 'text/markdown; charset=utf-8',
        'content-disposition': `attachment; filename="${at.meeting.on}-${name}"`,
        'cache-control': 'private, no-store',
      })
      .send(minutesMarkdown(at));
  }
}
