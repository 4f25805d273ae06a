import { Readable } from 'node:stream';
import type { Settings } from '@klimaspur/settings';
import {
  Body,
  Controller,
  Header,
  HttpCode,
  Inject,
  Post,
  Query,
  Req,
  StreamableFile,
  UseGuards,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentViewer } from '../auth/auth.guard.js';
import { OperatorGuard } from '../auth/operator.guard.js';
import type { Viewer } from '../auth/viewer.js';
import { problemResponse } from '../commands/describe-write.js';
import { Refusal } from '../errors/refusal.js';
import { baseUrlOf } from '../http/base-url.js';
import { SETTINGS } from '../settings.module.js';
import { TownExport } from './town-export.js';
import { TakenTown, TownFileBody } from './town-files.dto.js';
import { TownImport } from './town-import.js';

export const TAR = 'application/x-tar';
const binary = { schema: { type: 'string', format: 'binary' } } as const;

/** A town with everything that is known of it, drafts too: out of this server, and into it. */
@ApiTags('upkeep')
@ApiBearerAuth()
@ApiResponse(problemResponse(401, 'No token and no session.'))
@ApiResponse(problemResponse(403, 'Only for operators.'))
@UseGuards(OperatorGuard)
@Controller('api/v1/town-files')
export class TownFilesController {
  constructor(
    private readonly towns: TownExport,
    private readonly arrivals: TownImport,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'exportTown',
    summary: 'All streams of one town with their proofs and documents, as one tar file.',
  })
  @ApiBody({ type: TownFileBody })
  @ApiOkResponse({ content: { [TAR]: binary } })
  @ApiResponse(problemResponse(404, 'There is no such town.'))
  @ApiResponse(problemResponse(409, 'Another file is being made, or the log cannot be signed.'))
  async export(@Req() request: FastifyRequest, @Body() body: unknown): Promise<StreamableFile> {
    if (typeof body !== 'object' || body === null) throw new Refusal('request/not-an-object');
    const { municipality, labels } = body as Partial<TownFileBody>;
    const { stream } = await this.towns.make({
      municipality: String(municipality),
      labels: labels === true,
      address: baseUrlOf(this.settings, request),
    });
    return new StreamableFile(stream, { type: TAR });
  }

  @Post('import')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'importTown',
    summary: 'Take a town over from a file of another server, with its ids, times and history.',
    description: 'After an interruption the same file goes on where it stopped.',
  })
  @ApiConsumes(TAR)
  @ApiBody(binary)
  @ApiQuery({
    name: 'key',
    required: false,
    description: 'C2SP vkey of the other log, known from elsewhere than the file',
  })
  @ApiQuery({ name: 'dryRun', required: false, enum: ['true'], description: 'only look' })
  @ApiOkResponse({ type: TakenTown })
  @ApiResponse(problemResponse(400, 'The file is damaged, altered, or not what it says.'))
  @ApiResponse(problemResponse(409, 'What is here does not fit it.'))
  @ApiResponse(problemResponse(415, 'It did not come as a tar file.'))
  import(
    @Body() body: unknown,
    @CurrentViewer() { person }: Viewer,
    @Query('key') key?: unknown,
    @Query('dryRun') dryRun?: unknown,
  ): Promise<TakenTown> {
    if (!(body instanceof Readable)) throw new Refusal('request/wrong-media-type');
    const known = typeof key === 'string' && key !== '' ? { key } : {};
    return this.arrivals.take(body, { person, ...known, dryRun: dryRun === 'true' });
  }
}
