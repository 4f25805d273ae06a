import { Controller, Get, Param, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  GetRoundtableHistory,
  type RoundtableHistory,
} from '../queries/get-roundtable-history.query.js';
import { GetRoundtable, type ToldRoundtable } from '../queries/get-roundtable.query.js';
import { ListRoundtables, type RoundtableList } from '../queries/list-roundtables.query.js';
import { AnswerInterceptor } from './answer.interceptor.js';
import { roundtableEntry } from './answers/history.schema.js';
import { roundtableDetail, roundtableItem } from './answers/roundtable.schema.js';
import { listOf } from './answers/schema.js';
import { askedTown } from './asked-town.js';
import { describeQuestion } from './describe-question.js';
import { QueryPipe } from './query.pipe.js';
import { MomentQuestion, OfTownQuestion } from './question.dto.js';
import { Reader } from './reader.js';
import { tagged } from './revision-tag.js';

@ApiTags('roundtables')
@UseInterceptors(AnswerInterceptor)
@Controller('api/v1/roundtables')
export class RoundtablesController {
  constructor(
    private readonly bus: QueryBus,
    private readonly reader: Reader,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listRoundtables', summary: 'Round tables of a town.' })
  @describeQuestion({ schema: listOf(roundtableItem) }, { notFound: true })
  list(
    @Req() request: FastifyRequest,
    @Query(QueryPipe) question: OfTownQuestion,
  ): Promise<RoundtableList> {
    const reading = this.reader.of(request, 'api');
    return this.bus.execute(new ListRoundtables(reading, askedTown(question)));
  }

  @Get(':id')
  @ApiOperation({
    operationId: 'getRoundtable',
    summary: 'One round table; its ETag is its revision, which If-Match wants.',
    description:
      'Strangers are told what its participants approved and published: no agenda before that, no invitation, no dissent that the group it names has not released.',
  })
  @describeQuestion({ schema: roundtableDetail }, { notFound: true })
  async one(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Query(QueryPipe) _moment: MomentQuestion,
  ): Promise<ToldRoundtable | undefined> {
    const reading = this.reader.of(request, 'api');
    return tagged(request, reply, await this.bus.execute(new GetRoundtable(reading, id)));
  }

  @Get(':id/history')
  @ApiOperation({
    operationId: 'getRoundtableHistory',
    summary: 'Every entry about a round table that the asker may read, newest effect first.',
  })
  @describeQuestion({ schema: listOf(roundtableEntry) }, { notFound: true })
  history(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query(QueryPipe) _moment: MomentQuestion,
  ): Promise<RoundtableHistory> {
    return this.bus.execute(new GetRoundtableHistory(this.reader.of(request, 'api'), id));
  }
}
