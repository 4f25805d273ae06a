import type { Lang } from '@klimaspur/messages';
import type { Settings } from '@klimaspur/settings';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../errors/refusal.js';
import { measureFile } from '../../exports/measure-file.js';
import { exportRow } from '../../exports/measure-rows.js';
import { baseUrlOf } from '../../http/base-url.js';
import { type DecisionDetail, GetDecision } from '../../queries/get-decision.query.js';
import type { Reading } from '../../reading/reader.js';
import { inTurns } from '../../reading/in-turns.js';
import { SETTINGS } from '../../settings.module.js';
import { MeasureDesk } from '../measures/measure-desk.js';
import { inBoth } from '../paths.js';
import { rowInWordsOf } from '../words/taken-out-words.js';
import { townSheets } from './town-sheets.js';
import { workbookPath } from './workbook-path.js';

/** All tables of a town as one workbook; its first sheet is the list of measures, which imports again. */
@ApiExcludeController()
@Controller()
export class TownWorkbookController {
  constructor(
    private readonly desk: MeasureDesk,
    private readonly bus: QueryBus,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get(inBoth((lang) => workbookPath(lang, ':slug')))
  async workbook(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, reading } = asked;
    const town = this.desk.townOf(reading, slug);
    if (town.slug !== slug) return this.desk.goTo(reply, asked, workbookPath(lang, town.slug));
    if (this.desk.isAnswered(request, reply, asked)) return reply;
    const base = baseUrlOf(this.settings, request);
    const found = reading.models.exportRows({ municipality: town.id }, reading.view);
    const rows = await inTurns(found, (row) => exportRow(row, lang, base));
    const decisions = await this.decisionsOf(reading, town.id);
    const sheets = (await townSheets(reading, town, decisions, lang)).map((sheet) => ({
      ...sheet,
      rows: [...sheet.rows].map((row) => rowInWordsOf(lang, row)),
    }));
    return this.desk.sendFile(request, reply, {
      ...{ name: `${town.slug}-${names[lang]}`, format: 'xlsx' },
      content: Buffer.concat(
        await inTurns(measureFile(rows, 'xlsx', lang, sheets), (part) => Buffer.from(part)),
      ),
    });
  }

  /** A vote whose day was corrected may not have been there yet. */
  private async decisionsOf(reading: Reading, town: string): Promise<DecisionDetail[]> {
    const decisions: DecisionDetail[] = [];
    for (const id of reading.models.decisionsOf(town, reading.view)) {
      try {
        decisions.push(await this.bus.execute(new GetDecision(reading, id)));
      } catch (error) {
        if (!(error instanceof Refusal && error.code === 'decision/unknown')) throw error;
      }
    }
    return decisions;
  }
}

const names: Readonly<Record<Lang, string>> = { de: 'tabellen', en: 'tables' };
