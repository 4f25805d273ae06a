import { isUuid } from '@klimaspur/domain';
import { messages } from '@klimaspur/messages';
import type { Settings } from '@klimaspur/settings';
import { Controller, Get, Header, Inject, Param, Req, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentViewer, SignedIn } from '../auth/auth.guard.js';
import { isOperator } from '../auth/rights.js';
import type { Viewer } from '../auth/viewer.js';
import { problemResponse } from '../commands/describe-write.js';
import { languageOf } from '../errors/language.js';
import { Refusal } from '../errors/refusal.js';
import { baseUrlOf } from '../http/base-url.js';
import { SETTINGS } from '../settings.module.js';
import { entriesTable } from './entries-table.js';
import { PersonDataReader } from './person-data.js';

const names = { de: 'meine-daten', en: 'my-data' } as const;
const json = 'application/json';
const table = 'text/csv; charset=utf-8';

/** A copy of what is kept of somebody: for themselves, and for the operator whom they ask. */
@ApiTags('persons')
@ApiBearerAuth()
@ApiResponse(problemResponse(403, 'Somebody else, and not the operator.'))
@ApiResponse(problemResponse(404, 'There is no such person.'))
@ApiResponse(problemResponse(410, 'They were erased.'))
@SignedIn()
@Controller('api/v1/persons')
export class PersonDataController {
  constructor(
    private readonly reader: PersonDataReader,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get(':id/data')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'exportPersonData',
    summary: 'All that is kept of a person, as JSON, and nothing about others.',
  })
  @ApiOkResponse({ content: { [json]: { schema: { type: 'object' } } } })
  async data(
    @Param('id') id: string,
    @CurrentViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    const { entries, ...rest } = await this.reader.of(allowed(id, viewer));
    const base = this.baseOf(request);
    const told = entries.map(({ href, ...it }) => ({ ...it, address: href && base + href }));
    return file(JSON.stringify({ ...rest, entries: told }, null, 2), json, request, 'json');
  }

  @Get(':id/entries')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'exportPersonEntries',
    summary: 'What a person recorded, as a table for spreadsheets.',
  })
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async entries(
    @Param('id') id: string,
    @CurrentViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    const { entries } = await this.reader.of(allowed(id, viewer));
    const t = messages(languageOf(request));
    return file(entriesTable(entries, t, this.baseOf(request)), table, request, 'csv');
  }

  private baseOf(request: FastifyRequest): string {
    return baseUrlOf(this.settings, request);
  }
}

const allowed = (id: string, viewer: Viewer): string => {
  if (id !== viewer.person && !isOperator(viewer)) throw new Refusal('auth/not-allowed');
  if (!isUuid(id)) throw new Refusal('person/unknown');
  return id;
};

const file = (text: string, type: string, request: FastifyRequest, ending: string) =>
  new StreamableFile(Buffer.from(text), {
    type,
    disposition: `attachment; filename="${names[languageOf(request)]}.${ending}"`,
  });
