import { Controller, type MessageEvent, Query, Req, Sse } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { townIn } from '../queries/get-municipality.query.js';
import { Changes } from './changes.js';
import { describeQuestion } from './describe-question.js';
import { QueryPipe } from './query.pipe.js';
import { StreamQuestion } from './question.dto.js';
import { Reader } from './reader.js';

@ApiTags('changes')
@Controller('api/v1/changes')
export class ChangesController {
  constructor(
    private readonly changes: Changes,
    private readonly reader: Reader,
  ) {}

  @Sse()
  @ApiProduces('text/event-stream')
  @ApiOperation({
    operationId: 'streamChanges',
    summary:
      'Server-sent events: `changed` with `{"municipality": id}` of a town to ask about again.',
  })
  @describeQuestion(
    { schema: { type: 'string' } },
    { mediaType: 'text/event-stream', notFound: true },
  )
  stream(
    @Req() request: FastifyRequest,
    @Query(QueryPipe) { municipality }: StreamQuestion,
  ): Observable<MessageEvent> {
    const reading = () => this.reader.of(request, 'api');
    const town = municipality === undefined ? undefined : townIn(reading(), municipality).id;
    return this.changes.stream(() => reading().view.viewer, town);
  }
}
