import { Readable } from 'node:stream';
import { eventsJsonLines } from '@klimaspur/exports';
import type { MeasureExportRow } from '@klimaspur/read-models';
import type { Settings } from '@klimaspur/settings';
import {
  Controller,
  Get,
  Inject,
  Query,
  Req,
  Res,
  StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { baseUrlOf } from '../http/base-url.js';
import { problemResponse } from '../commands/describe-write.js';
import { townIn } from '../queries/get-municipality.query.js';
import { Checkpoints } from '../proofs/checkpoints.js';
import { AnswerInterceptor } from '../reading/answer.interceptor.js';
import { filterFrom } from '../reading/measures.controller.js';
import { draftsInName } from '../reading/drafts-among.js';
import { QueryPipe } from '../reading/query.pipe.js';
import { Reader } from '../reading/reader.js';
import { SETTINGS } from '../settings.module.js';
import { eventsOf, isComplete, provenEventsOf } from './exported-events.js';
import { EventsFileQuestion, MeasuresFileQuestion } from './exports.dto.js';
import { fileTypes, measureFile } from './measure-file.js';
import { exportRow } from './measure-rows.js';

const names = { de: 'massnahmen', en: 'measures' } as const;
const text = { schema: { type: 'string' } } as const;

/** Files out, written while they are read: no list is ever held as a whole. */
@ApiTags('exports')
@UseInterceptors(AnswerInterceptor)
@Controller('api/v1/exports')
export class ExportsController {
  constructor(
    private readonly reader: Reader,
    private readonly checkpoints: Checkpoints,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('measures')
  @ApiOperation({
    operationId: 'exportMeasures',
    summary:
      'Measures as a file: exactly those that the same question lists; those of all towns by town, in the order of its plans.',
  })
  @ApiOkResponse({
    content: {
      'text/csv': text,
      [fileTypes.xlsx]: { schema: { type: 'string', format: 'binary' } },
      'application/json': { schema: measuresFile() },
    },
  })
  @ApiResponse(problemResponse(400, 'A parameter is wrong; `errors` names each.'))
  @ApiResponse(problemResponse(404, 'There is no such town.'))
  measures(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query(QueryPipe) { format = 'csv', lang = 'de', limit, ...question }: MeasuresFileQuestion,
  ): StreamableFile {
    const reading = this.reader.of(request, 'api');
    const { models, view } = reading;
    const filter = filterFrom(question);
    const town =
      filter.municipality === undefined ? undefined : townIn(reading, filter.municipality);
    const base = baseUrlOf(this.settings, request);
    const asked = { ...filter, ...(town ? { municipality: town.id } : {}) };
    const found = models.exportRows(asked, view);
    const rows = mapped(firstOf(found, limit), (row) => exportRow(row, lang, base));
    const drafts = draftsInName(reading, asked, lang);
    return file(measureFile(rows, format, lang), {
      type: fileTypes[format],
      name: `${town?.slug ?? 'klimaspur'}-${names[lang]}-${view.asOf}${drafts}.${format}`,
    });
  }

  @Get('events')
  @ApiOperation({
    operationId: 'exportEvents',
    summary:
      'The log as JSON Lines; drafts, what votes and plans say of them, persons, the ends of imports and the revisions of plans and votes only for those who may see them.',
  })
  @ApiOkResponse({ content: { 'application/x-ndjson': text } })
  @ApiResponse(problemResponse(400, 'A parameter is wrong; `errors` names each.'))
  @ApiResponse(problemResponse(409, 'With proofs: the log here is not the one that was signed.'))
  async events(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query(QueryPipe) { proofs = 'no' }: EventsFileQuestion,
  ): Promise<StreamableFile> {
    const reading = this.reader.of(request, 'api');
    const checkpoint = proofs === 'yes' ? await this.checkpoints.ofAll() : undefined;
    const lines = checkpoint
      ? eventsJsonLines(provenEventsOf(reading, checkpoint.size), {
          checkpoint: checkpoint.note,
          key: this.checkpoints.sealOf(reading.world).key.verifier,
          complete: isComplete(reading),
        })
      : eventsJsonLines(eventsOf(reading));
    const proven = checkpoint ? '-proofs' : '';
    return file(lines, {
      type: 'application/x-ndjson; charset=utf-8',
      name: `klimaspur-events${proven}-${reading.view.asOf}.jsonl`,
    });
  }
}

const file = (
  parts: Iterable<string | Uint8Array> | AsyncIterable<string>,
  { type, name }: { type: string; name: string },
): StreamableFile =>
  new StreamableFile(Readable.from(parts), {
    type,
    disposition: `attachment; filename="${name}"`,
  });

function* mapped<T, U>(rows: Iterable<T>, make: (row: T) => U): Generator<U> {
  for (const row of rows) yield make(row);
}

function* firstOf(
  rows: Iterable<MeasureExportRow>,
  limit: number | undefined,
): Generator<MeasureExportRow> {
  let left = limit ?? Infinity;
  for (const row of rows) {
    yield row;
    if (--left <= 0) return;
  }
}

function measuresFile() {
  return { type: 'array', items: { type: 'object' } } as const;
}
