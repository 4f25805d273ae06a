import { Controller, Get, Param, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type DecisionDetail, GetDecision } from '../queries/get-decision.query.js';
import { AnswerInterceptor } from './answer.interceptor.js';
import { decisionDetail } from './answers/decision.schema.js';
import { describeQuestion } from './describe-question.js';
import { QueryPipe } from './query.pipe.js';
import { MomentQuestion } from './question.dto.js';
import { Reader } from './reader.js';
import { tagged } from './revision-tag.js';

@ApiTags('decisions')
@UseInterceptors(AnswerInterceptor)
@Controller('api/v1/decisions')
export class DecisionsController {
  constructor(
    private readonly bus: QueryBus,
    private readonly reader: Reader,
  ) {}

  @Get(':id')
  @ApiOperation({
    operationId: 'getDecision',
    summary: 'One decision with what it means for which measure; its ETag is its revision.',
    description: 'Seen with its town. Measures and plans that are drafts are left out of it.',
  })
  @describeQuestion({ schema: decisionDetail }, { notFound: true })
  async one(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Query(QueryPipe) _moment: MomentQuestion,
  ): Promise<DecisionDetail | undefined> {
    const reading = this.reader.of(request, 'api');
    return tagged(request, reply, await this.bus.execute(new GetDecision(reading, id)));
  }
}
