import { Controller, Get, Param, Query, Req, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type Assessments, GetAssessments } from '../queries/get-assessments.query.js';
import { GetMovedDates, type MovedDatesList } from '../queries/get-moved-dates.query.js';
import { GetStages, type Stages } from '../queries/get-stages.query.js';
import { AnswerInterceptor } from './answer.interceptor.js';
import { assessments, movedDates, stages } from './answers/trends.schema.js';
import { describeQuestion } from './describe-question.js';
import { QueryPipe } from './query.pipe.js';
import { MovedDatesQuestion, TrendQuestion } from './question.dto.js';
import { Reader } from './reader.js';

/** What the charts of a town are drawn from, besides its progress. */
@ApiTags('municipalities')
@UseInterceptors(AnswerInterceptor)
@Controller('api/v1/municipalities/:id')
export class TrendsController {
  constructor(
    private readonly bus: QueryBus,
    private readonly reader: Reader,
  ) {}

  @Get('progress/stages')
  @ApiOperation({
    operationId: 'getStages',
    summary: 'How many measures are decided, of these begun, of these finished.',
    description:
      'At the end of each half-year (of each year where these are many), last on `asOf`. `givenUp` are among the decided; `begunUndecided` are not. Of `decisionUnknown` nobody entered whether they are decided.',
  })
  @describeQuestion({ schema: stages }, { notFound: true })
  stages(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query(QueryPipe) { plan }: TrendQuestion,
  ): Promise<Stages> {
    return this.bus.execute(new GetStages(this.reader.of(request, 'api'), id, { plan }));
  }

  @Get('assessments')
  @ApiOperation({
    operationId: 'getAssessments',
    summary: 'What the observers think of the measures: an opinion, counted in no other number.',
    description: 'On the same days as the stages. Ratings of two scales do not compare.',
  })
  @describeQuestion({ schema: assessments }, { notFound: true })
  assessments(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query(QueryPipe) { plan }: TrendQuestion,
  ): Promise<Assessments> {
    return this.bus.execute(new GetAssessments(this.reader.of(request, 'api'), id, { plan }));
  }

  @Get('moved-dates')
  @ApiOperation({
    operationId: 'getMovedDates',
    summary: 'How often and how far the planned ends of measures were moved, the farthest first.',
    description:
      'From the end that was named first to the one planned on `asOf`, between the last possible days of both; a date that was only said more exactly was not moved.',
  })
  @describeQuestion({ schema: movedDates }, { notFound: true })
  movedDates(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query(QueryPipe) { plan, limit }: MovedDatesQuestion,
  ): Promise<MovedDatesList> {
    const reading = this.reader.of(request, 'api');
    return this.bus.execute(new GetMovedDates(reading, id, { plan, limit }));
  }
}
