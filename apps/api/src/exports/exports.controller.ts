import { Readable } from 'node:stream';
import type { RecordedEvent } from '@klimaspur/event-store';
import { eventsJsonLines } from '@klimaspur/exports';
import { Knowledge, type MeasureExportRow } from '@klimaspur/read-models';
import type { Settings } from '@klimaspur/settings';
import {
  Controller,
  Get,
  Inject,
  Query,
  Req,
  StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { baseUrlOf } from '../http/base-url.js';
import { isOperator } from '../auth/rights.js';
import { problemResponse } from '../commands/describe-write.js';
import { townIn } from '../queries/get-municipality.query.js';
import { AnswerInterceptor } from '../reading/answer.interceptor.js';
import { filterFrom } from '../reading/measures.controller.js';
import { draftsInName } from '../reading/drafts-among.js';
import { QueryPipe } from '../reading/query.pipe.js';
import { KnowledgeQuestion } from '../reading/question.dto.js';
import { Reader, type Reading } from '../reading/reader.js';
import { SETTINGS } from '../settings.module.js';
import { MeasuresFileQuestion } from './exports.dto.js';
import { fileTypes, measureFile } from './measure-file.js';
import { exportRow } from './measure-rows.js';
import { type ShownEvent, ShownEvents } from './shown-events.js';

const BATCH = 1_000;

const names = { de: 'massnahmen', en: 'measures' } as const;
const text = { schema: { type: 'string' } } as const;

/** Files out, written while they are read: no list is ever held as a whole. */
@ApiTags('exports')
@UseInterceptors(AnswerInterceptor)
@Controller('api/v1/exports')
export class ExportsController {
  constructor(
    private readonly reader: Reader,
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
  events(
    @Req() request: FastifyRequest,
    @Query(QueryPipe) _moment: KnowledgeQuestion,
  ): StreamableFile {
    const reading = this.reader.of(request, 'api');
    return file(eventsJsonLines(eventsOf(reading)), {
      type: 'application/x-ndjson; charset=utf-8',
      name: `klimaspur-events-${reading.view.asOf}.jsonl`,
    });
  }
}

/**
 * Operators keep the log, so they get all of it; of both what was known at the moment asked about, and as it is stored, so
 * that its leaves can be proven.
 */
async function* eventsOf({ world, models, view, viewer }: Reading): AsyncGenerator<ShownEvent> {
  const operator = isOperator(viewer);
  const shown = new ShownEvents(models, view);
  const { knownAt } = view;
  const knowledge = new Knowledge();
  const isKnown = (event: RecordedEvent) =>
    knownAt === undefined || knowledge.since(event as unknown as Told) <= knownAt;
  let events: RecordedEvent[] = [];
  do {
    events = await world.log.readAll(events.at(-1)?.position ?? null, BATCH);
    const known = events.filter(isKnown);
    yield* operator ? known : shown.of(known);
  } while (events.length > 0);
}

type Told = Parameters<Knowledge['since']>[0];

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
