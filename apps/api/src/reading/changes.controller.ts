import { Controller, Query, Sse } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import { Changes, type StreamMessage } from './changes.js';
import { describeQuestion } from './describe-question.js';
import { QueryPipe } from './query.pipe.js';
import { StreamQuestion } from './question.dto.js';

@ApiTags('changes')
@Controller('api/v1/changes')
export class ChangesController {
  constructor(private readonly changes: Changes) {}

  @Sse()
  @ApiProduces('text/event-stream')
  @ApiOperation({
    operationId: 'streamChanges',
    summary: 'Server-sent events: `changed` with the id of a town that looks different now.',
  })
  @describeQuestion({ schema: { type: 'string' } }, { mediaType: 'text/event-stream' })
  stream(@Query(QueryPipe) { municipality }: StreamQuestion): Observable<StreamMessage> {
    return this.changes.stream(municipality);
  }
}
