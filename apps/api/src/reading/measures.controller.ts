import {
  isMeasureCursor,
  type MeasureDetail,
  type MeasureFilter,
  type MeasurePage,
} from '@klimaspur/read-models';
import { Controller, Get, Param, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../errors/refusal.js';
import { GetMeasureHistory, type History } from '../queries/get-measure-history.query.js';
import { GetMeasure } from '../queries/get-measure.query.js';
import { ListMeasures } from '../queries/list-measures.query.js';
import { AnswerInterceptor } from './answer.interceptor.js';
import { historyEntry } from './answers/history.schema.js';
import { measureDetail, measurePage } from './answers/measure.schema.js';
import { listOf } from './answers/schema.js';
import { describeQuestion } from './describe-question.js';
import { QueryPipe } from './query.pipe.js';
import { MeasuresQuestion, MomentQuestion } from './question.dto.js';
import { Reader } from './reader.js';
import { tagged } from './revision-tag.js';

@ApiTags('measures')
@UseInterceptors(AnswerInterceptor)
@Controller('api/v1/measures')
export class MeasuresController {
  constructor(
    private readonly bus: QueryBus,
    private readonly reader: Reader,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listMeasures', summary: 'Measures of one town or of all.' })
  @describeQuestion({ schema: measurePage }, { notFound: true })
  list(
    @Req() request: FastifyRequest,
    @Query(QueryPipe) question: MeasuresQuestion,
  ): Promise<MeasurePage> {
    const { cursor } = question;
    if (cursor !== undefined && !isMeasureCursor(cursor)) {
      const issues = [{ path: 'cursor', code: 'field/not-a-cursor', params: {} }];
      throw new Refusal('query/invalid', { issues });
    }
    const reading = this.reader.of(request, 'api');
    return this.bus.execute(new ListMeasures(reading, filterFrom(question)));
  }

  @Get(':id')
  @ApiOperation({
    operationId: 'getMeasure',
    summary: 'One measure; its ETag is the revision of its stream, which If-Match wants.',
    description:
      'If-None-Match with that revision asks whether anything was entered since, in this stream alone.',
  })
  @describeQuestion({ schema: measureDetail }, { notFound: true, gone: true })
  async one(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Query(QueryPipe) _moment: MomentQuestion,
  ): Promise<MeasureDetail | undefined> {
    const measure = await this.bus.execute(new GetMeasure(this.reader.of(request, 'api'), id));
    return tagged(request, reply, measure);
  }

  @Get(':id/history')
  @ApiOperation({
    operationId: 'getHistory',
    summary: 'Every entry about a measure, newest effect first, corrected and voided ones too.',
    description: 'That of a measure that was recorded by mistake and taken back is answered too.',
  })
  @describeQuestion({ schema: listOf(historyEntry) }, { notFound: true })
  history(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query(QueryPipe) _moment: MomentQuestion,
  ): Promise<History> {
    return this.bus.execute(new GetMeasureHistory(this.reader.of(request, 'api'), id));
  }
}

export const filterFrom = ({
  sort,
  asOf: _asOf,
  knownAt: _knownAt,
  ...filter
}: MeasuresQuestion): MeasureFilter => {
  if (sort === undefined) return filter;
  const descending = sort.startsWith('-');
  return { ...filter, sort: sort.replace('-', '') as MeasureFilter['sort'] & string, descending };
};
