import type { OrganItem } from '@klimaspur/read-models';
import { Controller, Get, Param, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GetOrgan } from '../queries/get-organ.query.js';
import { AnswerInterceptor } from './answer.interceptor.js';
import { organ } from './answers/municipality.schema.js';
import { describeQuestion } from './describe-question.js';
import { QueryPipe } from './query.pipe.js';
import { MomentQuestion } from './question.dto.js';
import { Reader } from './reader.js';
import { tagged } from './revision-tag.js';

@ApiTags('organs')
@UseInterceptors(AnswerInterceptor)
@Controller('api/v1/organs')
export class OrgansController {
  constructor(
    private readonly bus: QueryBus,
    private readonly reader: Reader,
  ) {}

  @Get(':id')
  @ApiOperation({
    operationId: 'getOrgan',
    summary: 'One body or office; its ETag is its revision, which If-Match wants.',
  })
  @describeQuestion({ schema: organ }, { notFound: true })
  async one(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Query(QueryPipe) _moment: MomentQuestion,
  ): Promise<OrganItem | undefined> {
    const reading = this.reader.of(request, 'api');
    return tagged(request, reply, await this.bus.execute(new GetOrgan(reading, id)));
  }
}
