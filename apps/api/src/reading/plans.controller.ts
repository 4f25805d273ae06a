import { Controller, Get, Param, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GetPlan, type ToldPlan } from '../queries/get-plan.query.js';
import { AnswerInterceptor } from './answer.interceptor.js';
import { planDetail } from './answers/municipality.schema.js';
import { describeQuestion } from './describe-question.js';
import { QueryPipe } from './query.pipe.js';
import { MomentQuestion } from './question.dto.js';
import { Reader } from './reader.js';
import { tagged } from './revision-tag.js';

@ApiTags('plans')
@UseInterceptors(AnswerInterceptor)
@Controller('api/v1/plans')
export class PlansController {
  constructor(
    private readonly bus: QueryBus,
    private readonly reader: Reader,
  ) {}

  @Get(':id')
  @ApiOperation({
    operationId: 'getPlan',
    summary: 'One plan with its fields; its ETag is its revision, which If-Match wants.',
  })
  @describeQuestion({ schema: planDetail }, { notFound: true })
  async one(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Query(QueryPipe) _moment: MomentQuestion,
  ): Promise<ToldPlan | undefined> {
    const reading = this.reader.of(request, 'api');
    return tagged(request, reply, await this.bus.execute(new GetPlan(reading, id)));
  }
}
