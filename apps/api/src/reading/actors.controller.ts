import type { ActorDetail } from '@klimaspur/read-models';
import { Controller, Get, Param, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GetActor } from '../queries/get-actor.query.js';
import { type ActorList, ListActors } from '../queries/list-actors.query.js';
import { AnswerInterceptor } from './answer.interceptor.js';
import { actor } from './answers/roundtable.schema.js';
import { listOf } from './answers/schema.js';
import { askedTown } from './asked-town.js';
import { describeQuestion } from './describe-question.js';
import { QueryPipe } from './query.pipe.js';
import { MomentQuestion, OfTownQuestion } from './question.dto.js';
import { Reader } from './reader.js';
import { tagged } from './revision-tag.js';

@ApiTags('actors')
@UseInterceptors(AnswerInterceptor)
@Controller('api/v1/actors')
export class ActorsController {
  constructor(
    private readonly bus: QueryBus,
    private readonly reader: Reader,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listActors',
    summary: 'Organisations of a town that take part, by name; those that agreed to be named.',
  })
  @describeQuestion({ schema: listOf(actor) }, { notFound: true })
  list(
    @Req() request: FastifyRequest,
    @Query(QueryPipe) question: OfTownQuestion,
  ): Promise<ActorList> {
    return this.bus.execute(new ListActors(this.reader.of(request, 'api'), askedTown(question)));
  }

  @Get(':id')
  @ApiOperation({
    operationId: 'getActor',
    summary: 'One organisation; its ETag is its revision, which If-Match wants.',
  })
  @describeQuestion({ schema: actor }, { notFound: true })
  async one(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Query(QueryPipe) _moment: MomentQuestion,
  ): Promise<ActorDetail | undefined> {
    const reading = this.reader.of(request, 'api');
    return tagged(request, reply, await this.bus.execute(new GetActor(reading, id)));
  }
}
