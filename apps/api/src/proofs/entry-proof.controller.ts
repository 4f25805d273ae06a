import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemResponse } from '../commands/describe-write.js';
import { Reader } from '../reading/reader.js';
import { entryProof } from './checkpoint.schema.js';
import { type EntryProof, EntryProofs } from './entry-proofs.js';

/** „Unverändertheit nachweisen“: one file for whoever does not want to trust us. */
@ApiTags('checkpoints')
@Controller('api/v1/entries')
export class EntryProofController {
  constructor(
    private readonly proofs: EntryProofs,
    private readonly reader: Reader,
  ) {}

  @Get(':id/proof')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({
    operationId: 'getEntryProof',
    summary: 'Proof that an entry is in the signed log as it was written, to be checked anywhere.',
  })
  @ApiOkResponse({ schema: entryProof })
  @ApiResponse(problemResponse(404, 'There is no such entry, or it is not public.'))
  @ApiResponse(problemResponse(409, 'The log here is not the one that was signed.'))
  async one(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<EntryProof> {
    const proof = await this.proofs.of(this.reader.of(request, 'api'), id);
    void reply.header(
      'content-disposition',
      `attachment; filename="klimaspur-nachweis-${id}.json"`,
    );
    return proof;
  }
}
