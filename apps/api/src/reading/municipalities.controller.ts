import { berlinDay } from '@klimaspur/domain';
import { Controller, Get, Param, Query, Req, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { GetMunicipality, type ToldMunicipality } from '../queries/get-municipality.query.js';
import { GetProgress, type TownProgress } from '../queries/get-progress.query.js';
import { GetStatusOverTime, type StatusPoints } from '../queries/get-status-over-time.query.js';
import { type ChangeList, ListChanges } from '../queries/list-changes.query.js';
import { ListMunicipalities, type TownList } from '../queries/list-municipalities.query.js';
import { ListOrgans, type OrganList } from '../queries/list-organs.query.js';
import { AnswerInterceptor } from './answer.interceptor.js';
import { changeItem } from './answers/change.schema.js';
import { list, listOf } from './answers/schema.js';
import { movedTown, municipality, municipalityItem, organ } from './answers/municipality.schema.js';
import { statusPoint, townProgress } from './answers/progress.schema.js';
import { describeQuestion } from './describe-question.js';
import { checkPeriod } from './period.js';
import { QueryPipe } from './query.pipe.js';
import {
  ChangesQuestion,
  MomentQuestion,
  MunicipalitiesQuestion,
  OverTimeQuestion,
  ProgressQuestion,
} from './question.dto.js';
import { Reader } from './reader.js';

@ApiTags('municipalities')
@UseInterceptors(AnswerInterceptor)
@Controller('api/v1/municipalities')
export class MunicipalitiesController {
  constructor(
    private readonly bus: QueryBus,
    private readonly reader: Reader,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listMunicipalities', summary: 'Towns by name.' })
  @describeQuestion({ schema: listOf(municipalityItem, { moved: list(movedTown) }) })
  list(
    @Req() request: FastifyRequest,
    @Query(QueryPipe) { q, state, limit, cursor }: MunicipalitiesQuestion,
  ): Promise<TownList> {
    const reading = this.reader.of(request, 'api');
    return this.bus.execute(new ListMunicipalities(reading, { q, state, limit, cursor }));
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getMunicipality', summary: 'One town, by id or slug.' })
  @describeQuestion({ schema: municipality }, { notFound: true })
  one(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query(QueryPipe) _moment: MomentQuestion,
  ): Promise<ToldMunicipality> {
    return this.bus.execute(new GetMunicipality(this.reader.of(request, 'api'), id));
  }

  @Get(':id/progress')
  @ApiOperation({
    operationId: 'getProgress',
    summary: 'How many measures stand where, over time.',
  })
  @describeQuestion({ schema: townProgress }, { notFound: true })
  progress(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query(QueryPipe) { plan, field }: ProgressQuestion,
  ): Promise<TownProgress> {
    return this.bus.execute(new GetProgress(this.reader.of(request, 'api'), id, { plan, field }));
  }

  @Get(':id/progress/over-time')
  @ApiOperation({
    operationId: 'getStatusOverTime',
    summary: 'How many measures stood where, day after day.',
  })
  @describeQuestion({ schema: listOf(statusPoint) }, { notFound: true })
  overTime(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query(QueryPipe) { from, to, points, plan }: OverTimeQuestion,
  ): Promise<StatusPoints> {
    const reading = this.reader.of(request, 'api');
    checkPeriod({ from, to }, berlinDay(reading.now));
    return this.bus.execute(new GetStatusOverTime(reading, id, { from, to, points, plan }));
  }

  @Get(':id/organs')
  @ApiOperation({ operationId: 'listOrgans', summary: 'Bodies and offices of a town.' })
  @describeQuestion({ schema: listOf(organ) }, { notFound: true })
  organs(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query(QueryPipe) _moment: MomentQuestion,
  ): Promise<OrganList> {
    return this.bus.execute(new ListOrgans(this.reader.of(request, 'api'), id));
  }

  @Get(':id/changes')
  @ApiOperation({ operationId: 'listChanges', summary: 'What was entered last about a town.' })
  @describeQuestion({ schema: listOf(changeItem) }, { notFound: true })
  changes(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query(QueryPipe) { from, to, statusChanged, limit, cursor }: ChangesQuestion,
  ): Promise<ChangeList> {
    checkPeriod({ from, to });
    const filter = { from, to, statusChangedOnly: statusChanged, limit, before: cursor };
    return this.bus.execute(new ListChanges(this.reader.of(request, 'api'), id, filter));
  }
}
