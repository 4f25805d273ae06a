import { Controller, Get, Param, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentViewer, SignedIn } from '../auth/auth.guard.js';
import type { Viewer } from '../auth/viewer.js';
import { problemResponse } from '../commands/describe-write.js';
import { GetPerson, type PersonDetail } from '../queries/get-person.query.js';
import { AnswerInterceptor } from './answer.interceptor.js';
import { personDetail } from './answers/person.schema.js';
import { describeQuestion } from './describe-question.js';
import { QueryPipe } from './query.pipe.js';
import { NoQuestion } from './question.dto.js';
import { tagged } from './revision-tag.js';

@ApiTags('persons')
@ApiBearerAuth()
@SignedIn()
@UseInterceptors(AnswerInterceptor)
@Controller('api/v1/persons')
export class PersonsController {
  constructor(private readonly bus: QueryBus) {}

  @Get(':id')
  @ApiOperation({
    operationId: 'getPerson',
    summary: 'Label and roles of one person: for the operator and for themselves.',
  })
  @describeQuestion({ schema: personDetail }, { notFound: true })
  @ApiResponse(problemResponse(401, 'No token and no session.'))
  @ApiResponse(problemResponse(403, 'Somebody else.'))
  async one(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Query(QueryPipe) _nothing: NoQuestion,
  ): Promise<PersonDetail | undefined> {
    return tagged(request, reply, await this.bus.execute(new GetPerson(viewer, id)));
  }
}
