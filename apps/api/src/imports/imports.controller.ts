import { join } from 'node:path';
import { Readable } from 'node:stream';
import { berlinDay, DomainError } from '@klimaspur/domain';
import type { ImportFormat, ImportOptions } from '@klimaspur/importers';
import {
  Body,
  Controller,
  Header,
  HttpCode,
  Inject,
  Param,
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
  ApiParam,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { Lang } from '@klimaspur/messages';
import type { Settings } from '@klimaspur/settings';
import type { FastifyRequest } from 'fastify';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { CurrentViewer } from '../auth/auth.guard.js';
import { OperatorGuard } from '../auth/operator.guard.js';
import type { Viewer } from '../auth/viewer.js';
import { problemResponse } from '../commands/describe-write.js';
import { placeToFill } from '../commands/publish-gaps.js';
import { languageOf } from '../errors/language.js';
import { problemOf } from '../errors/problem.js';
import { readRefusal } from '../errors/read-refusal.js';
import { Refusal } from '../errors/refusal.js';
import { baseUrlOf } from '../http/base-url.js';
import { planWish } from './import-target.js';
import { ImportQuery } from './imports.dto.js';
import { Importing } from './importing.js';
import { mappingFrom } from './mapping-option.js';
import { readCalmly } from './read-calmly.js';
import type { ImportOrder, ImportReport } from './run-import.js';
import { Spill } from './spilled-measures.js';
import { SETTINGS } from '../settings.module.js';
import { measuresPath } from '../web/paths.js';

const formats: Readonly<Record<string, ImportFormat>> = {
  localzero: 'LOCALZERO',
  measures: 'MEASURES_CSV',
};

/** Files in: POST /api/v1/imports/localzero|measures with the file (JSON; CSV or XLSX) as body. */
@ApiTags('imports')
@ApiBearerAuth()
@UseGuards(OperatorGuard)
@Controller('api/v1/imports')
export class ImportsController {
  constructor(
    private readonly importing: Importing,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Answers with one JSON value a line: `{"rows":n}` while it reads, `{"progress":[done,total]}` while it works, at
   * last `{"report":{…}}`, and for a table beside it how it was understood.
   * What is refused in the file is part of the report; a file as a whole never changes half of anything.
   */
  @Post(':format')
  @HttpCode(200)
  @Header('content-type', 'application/x-ndjson; charset=utf-8')
  @Header('cache-control', 'no-store')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiParam({ name: 'format', enum: Object.keys(formats) })
  @ApiOperation({
    operationId: 'importFile',
    summary: 'Take over a plan from a file.',
    description:
      'One JSON value a line: `{"rows":n}` while it reads, `{"progress":[done,total]}` while it works, at last `{"report":{…}}` or `{"refused":{code,detail}}`. For a table `{"report":{…},"reading":{…}}`: the columns as they were understood, and `reading.mapping`, which can be corrected and sent back.',
  })
  @ApiOkResponse({ content: { 'application/x-ndjson': { schema: { type: 'string' } } } })
  @ApiResponse(problemResponse(400, 'An option is wrong; `errors` names each.'))
  @ApiResponse(problemResponse(401, 'No token and no session.'))
  @ApiResponse(problemResponse(403, 'Only for operators.'))
  @ApiResponse(problemResponse(404, 'There is no such format.'))
  @ApiResponse(problemResponse(413, 'Larger than 20 MB.'))
  @ApiResponse(problemResponse(415, 'Not sent as bytes.'))
  async importFile(
    @Param('format') format: string,
    @Query() query: ImportQuery,
    @Body() bytes: unknown,
    @CurrentViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    const known = formats[format];
    if (!known) throw new Refusal('route/unknown');
    if (!Buffer.isBuffer(bytes)) throw new Refusal('request/wrong-media-type');
    const options = await optionsFrom(query);
    const now = new Date().toISOString();
    const read = {
      fileName: options.fileName ?? 'import',
      today: berlinDay(now),
      format: known,
      mapping: mappingFrom(options),
      ...(options.stand === undefined ? {} : { standOn: options.stand }),
    };
    const order = {
      bytes,
      now,
      actor: (municipality: string) => ({
        person: viewer.person,
        role: 'OPERATOR' as const,
        municipality,
      }),
      ...(options.town === undefined ? {} : { town: options.town }),
      ...(options.newTown === undefined ? {} : { newTown: options.newTown }),
      ...planWish(options.plan, options.newPlan),
      acceptGoodRows: options.acceptGoodRows === 'true',
      publish: options.publish === 'true',
      dryRun: options.dryRun === 'true',
    };
    const lang = languageOf(request);
    const base = baseUrlOf(this.settings, request);
    return new StreamableFile(Readable.from(this.run(read, order, lang, base)));
  }

  private async *run(
    options: ImportOptions,
    rest: Omit<ImportOrder, 'document'>,
    lang: Lang,
    base: string,
  ): AsyncGenerator<string> {
    const spill = new Spill(join(this.settings.dataFolder, 'uploads'));
    let document: ImportOrder['document'] | undefined;
    try {
      const read = readCalmly(rest.bytes, options, spill.list);
      let reading = await read.next();
      for (; !reading.done; reading = await read.next()) {
        yield `${JSON.stringify({ rows: reading.value })}\n`;
      }
      document = reading.value;
    } finally {
      // Whoever does not listen any longer ends the reading; what was begun after it goes on.
      if (!document) spill.close();
    }
    const order = { ...rest, document };
    const steps: [number, number][] = [];
    let wake = () => undefined as void;
    const running = this.importing
      .run(order, (done, total) => {
        steps.push([done, total]);
        wake();
      })
      .then(
        (report): { report: ImportReport } | { refused: unknown } => ({ report }),
        (refused: unknown) => ({ refused }),
      );
    let ended = false;
    void running.then(() => {
      spill.close();
      ended = true;
      wake();
    });
    while (!ended || steps.length > 0) {
      const progress = steps.splice(0).at(-1);
      if (progress) yield `${JSON.stringify({ progress })}\n`;
      else if (!ended) await new Promise<void>((resolve) => (wake = resolve));
    }
    const outcome = await running;
    if ('report' in outcome) {
      const places = outcome.report.places.map((place) => ({
        ...place,
        url: base + measuresPath(lang, place.slug),
      }));
      const findings = outcome.report.findings.map((finding) => {
        const path = placeToFill(finding, lang);
        return path === undefined ? finding : { ...finding, url: base + path };
      });
      const report = { ...outcome.report, places, findings };
      const { reading: understood } = document;
      yield `${JSON.stringify({ report, ...(understood ? { reading: understood } : {}) })}\n`;
      return;
    }
    yield `${JSON.stringify({ refused: reasonOf(outcome.refused, lang) })}\n`;
  }
}

/** The answer has begun when the file is refused, so that its last line says what a problem document would. */
const reasonOf = (error: unknown, lang: Lang) => {
  const refusal = readRefusal(error);
  if (refusal.unexpected) throw error;
  const { code, detail } = problemOf(refusal, lang, '');
  return { code, detail };
};

const optionsFrom = async (query: object): Promise<ImportQuery> => {
  const options = plainToInstance(ImportQuery, query);
  const errors = await validate(options, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length === 0) return options;
  throw new DomainError(
    'command/invalid',
    errors.map(({ property, constraints }) => ({
      path: property,
      code: Object.hasOwn(constraints ?? {}, 'whitelistValidation')
        ? 'field/unknown'
        : property === 'stand'
          ? 'field/not-a-date'
          : 'field/wrong-form',
      params: { example: 'true' },
    })),
  );
};
