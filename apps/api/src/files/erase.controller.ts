import { Body, Controller, Header, HttpCode, Param, Post, Req } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiOkResponse,
  ApiOperation,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { SignedIn } from '../auth/auth.guard.js';
import { problemResponse } from '../commands/describe-write.js';
import { languageOf } from '../errors/language.js';
import { Refusal } from '../errors/refusal.js';
import { Erasing } from './erasing.js';
import { ErasedFileAnswer, EraseFileBody } from './files.dto.js';

/** A file away, for those who may; its hash stays in the entries that name it. */
@ApiTags('files')
@ApiBearerAuth()
@SignedIn()
@Controller('api/v1/files/:sha256')
export class EraseController {
  constructor(private readonly erasing: Erasing) {}

  @Post('erase')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'eraseFile',
    summary: 'Take a file away for ever; day and reason are shown in its place.',
    description: 'For the lead of every town whose entries name it, and for operators.',
  })
  @ApiBody({ type: EraseFileBody })
  @ApiOkResponse({ type: ErasedFileAnswer })
  @ApiResponse(problemResponse(400, 'The reason is missing or too long.'))
  @ApiResponse(problemResponse(401, 'No token and no session.'))
  @ApiResponse(problemResponse(403, 'The role does not allow it.'))
  @ApiResponse(problemResponse(404, 'There is no such file.'))
  @ApiResponse(problemResponse(410, 'It is gone already.'))
  async erase(
    @Param('sha256') sha256: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<ErasedFileAnswer> {
    if (typeof body !== 'object' || body === null) throw new Refusal('request/not-an-object');
    const said = body as Readonly<Record<string, unknown>>;
    const { erased } = await this.erasing.erase(request, sha256, said, languageOf(request));
    const { at = 0, reason = '' } = erased ?? {};
    return { sha256, erasedAt: new Date(at).toISOString(), reason };
  }
}
