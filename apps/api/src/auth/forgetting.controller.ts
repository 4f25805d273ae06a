import { isUuid } from '@klimaspur/domain';
import { Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiNoContentResponse,
  ApiOperation,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemResponse } from '../commands/describe-write.js';
import { Refusal } from '../errors/refusal.js';
import { Erasures } from '../persons/erasures.js';
import { CurrentViewer, SignedIn } from './auth.guard.js';
import { isOperator } from './rights.js';
import { Sessions } from './sessions.js';
import type { Viewer } from './viewer.js';

/** Forgetting somebody who asks for it: by themselves, or by the operator. */
@ApiTags('persons')
@ApiBearerAuth()
@SignedIn()
@Controller('api/v1/persons')
export class ForgettingController {
  constructor(
    private readonly erasures: Erasures,
    private readonly sessions: Sessions,
  ) {}

  @Post(':id/forget')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'forgetPerson',
    summary:
      'Erase a person: label, sessions, sign-in links, keys. Their entries stay, without a name, and the pseudonym is never used again.',
  })
  @ApiNoContentResponse({ description: 'Forgotten.' })
  @ApiResponse(problemResponse(403, 'Somebody else, and not the operator.'))
  @ApiResponse(problemResponse(404, 'There is no such person.'))
  @ApiResponse(problemResponse(410, 'They were erased before.'))
  @ApiResponse(problemResponse(503, 'Not to the end; ask again.'))
  async forget(
    @Param('id') id: string,
    @CurrentViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const isSelf = id === viewer.person;
    if (!isSelf && !isOperator(viewer)) throw new Refusal('auth/not-allowed');
    if (!isUuid(id)) throw new Refusal('person/unknown');
    await this.erasures.erase(id);
    if (isSelf) await this.sessions.end(request, reply);
  }
}
