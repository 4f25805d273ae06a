import { Controller, Get, Param, Query, Req, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type ComparisonList, GetComparison } from '../queries/get-comparison.query.js';
import { AnswerInterceptor } from './answer.interceptor.js';
import { comparison } from './answers/comparison.schema.js';
import { comparedMoments } from './compared.js';
import { describeQuestion } from './describe-question.js';
import { QueryPipe } from './query.pipe.js';
import { ComparisonQuestion } from './question.dto.js';
import { Reader } from './reader.js';

@ApiTags('municipalities')
@UseInterceptors(AnswerInterceptor)
@Controller('api/v1/municipalities/:id/comparison')
export class ComparisonController {
  constructor(
    private readonly bus: QueryBus,
    private readonly reader: Reader,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'compareDates',
    summary: 'What is another on one day than on another: each measure once, with all its changes.',
    description:
      'The difference of the lists of measures of the two days. `…/changes` lists the entries behind it. A measure whose record began in between is marked by `recordedOn`: it stands in the counts of both days.',
  })
  @describeQuestion({ schema: comparison }, { notFound: true })
  compare(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query(QueryPipe) question: ComparisonQuestion,
  ): Promise<ComparisonList> {
    const reading = this.reader.of(request, 'api');
    const moments = comparedMoments(reading, { ...question }, 'api');
    const { plan, field } = question;
    return this.bus.execute(new GetComparison(reading, id, { plan, field }, moments));
  }
}
