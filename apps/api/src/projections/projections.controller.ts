import { Body, Controller, Get, Header, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiOkResponse,
  ApiOperation,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { OperatorGuard } from '../auth/operator.guard.js';
import { problemResponse } from '../commands/describe-write.js';
import { dismissalReason } from './dismiss-fields.js';
import {
  DismissBody,
  ParkedListAnswer,
  type ProjectionAnswer,
  ProjectionsAnswer,
} from './projections.dto.js';
import { Projections, type ProjectionState } from './projections.js';

/** What is computed from the logs, as the operator looks after it. */
@ApiTags('upkeep')
@ApiBearerAuth()
@ApiResponse(problemResponse(401, 'No token and no session.'))
@ApiResponse(problemResponse(403, 'Only for operators.'))
@UseGuards(OperatorGuard)
@Controller('api/v1')
export class ProjectionsController {
  constructor(private readonly projections: Projections) {}

  @Get('projections')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({
    operationId: 'listProjections',
    summary:
      'What is computed from the logs: how far it is, how it does, and what went wrong last.',
  })
  @ApiOkResponse({ type: ProjectionsAnswer })
  async list(): Promise<ProjectionsAnswer> {
    return { items: (await this.projections.list()).map(answerOf) };
  }

  @Post('projections/:name/rebuild')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'rebuildProjection',
    summary: 'Compute it anew from the log; the old answers serve until then.',
  })
  @ApiOkResponse({ type: ProjectionsAnswer })
  @ApiResponse(problemResponse(404, 'There is no such projection.'))
  @ApiResponse(problemResponse(503, 'It could not be done now; the reason is named.'))
  async rebuild(@Param('name') name: string): Promise<ProjectionsAnswer> {
    await this.projections.rebuild(name);
    const items = await this.projections.list();
    return { items: items.filter((one) => one.name === name).map(answerOf) };
  }

  @Get('parked-streams')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({
    operationId: 'listParkedStreams',
    summary: 'Streams that could not be told any further, with the event and the reason.',
  })
  @ApiOkResponse({ type: ParkedListAnswer })
  async parked(): Promise<ParkedListAnswer> {
    return { items: await this.projections.parked() };
  }

  @Post('parked-streams/:stream/replay')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'replayParkedStream',
    summary: 'Tell a parked stream again; gives where it still cannot be told.',
  })
  @ApiOkResponse({ type: ParkedListAnswer })
  @ApiResponse(problemResponse(404, 'The stream is not parked.'))
  async replay(@Param('stream') stream: string): Promise<ParkedListAnswer> {
    return { items: await this.projections.replay(stream) };
  }

  @Post('parked-streams/:stream/dismiss')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'dismissParkedStream',
    summary: 'Leave a parked stream as it is, for a reason that is kept.',
  })
  @ApiBody({ type: DismissBody })
  @ApiOkResponse({ type: ParkedListAnswer })
  @ApiResponse(problemResponse(400, 'The reason is missing or too long.'))
  @ApiResponse(problemResponse(404, 'The stream is not parked.'))
  async dismiss(@Param('stream') stream: string, @Body() body: unknown): Promise<ParkedListAnswer> {
    return { items: await this.projections.dismiss(stream, dismissalReason(body)) };
  }
}

const answerOf = (state: ProjectionState): ProjectionAnswer => {
  const { name, world, kind, life, position, lag, fault, parked, retries, progress } = state;
  return { name, world, kind, state: life, position, lag, fault, parked, retries, progress };
};
