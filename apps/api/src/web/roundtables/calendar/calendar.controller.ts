import type { Meeting } from '@klimaspur/domain';
import { calendarOf } from '@klimaspur/exports';
import type { Municipality, RoundtableDetail } from '@klimaspur/read-models';
import { Vault } from '@klimaspur/vault';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../../errors/refusal.js';
import { townIn } from '../../../queries/get-municipality.query.js';
import { roundtableIn } from '../../../queries/get-roundtable.query.js';
import { mayIn } from '../../forms/rights.js';
import { PageFrame } from '../../page-frame.js';
import { inBoth } from '../../paths.js';
import { calendarPath, meetingCalendarPath, tablePath, tablesPath } from '../table-paths.js';
import { type CalendarAsked, CalendarDesk } from './calendar-desk.js';

/** Whose dates are asked for, and who asks. */
interface Question extends CalendarAsked {
  readonly town: Municipality;
  readonly tables: readonly RoundtableDetail[];
  /** Of the one table this meeting alone. */
  readonly only?: Meeting;
}

/** The dates of round tables for programs that keep calendars: of published tables for everybody, of all for the team. */
@ApiExcludeController()
@Controller()
export class CalendarController {
  constructor(
    private readonly desk: CalendarDesk,
    private readonly frame: PageFrame,
    private readonly vault: Vault,
  ) {}

  @Get(inBoth((lang) => calendarPath(lang, ':slug')))
  async all(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { lang, reading } = await this.desk.asked(request);
    const town = townIn(reading, slug);
    if (town.slug !== slug) return this.desk.goTo(request, reply, calendarPath(lang, town.slug));
    const tables = reading.models.roundtables({ municipality: town.id }, reading.view);
    await this.send(request, reply, { lang, reading, town, tables });
  }

  @Get(inBoth((lang) => calendarPath(lang, ':slug', ':id')))
  async one(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { lang, reading } = await this.desk.asked(request);
    const table = roundtableIn(reading, id);
    const town = townIn(reading, table.municipality);
    if (town.slug !== slug)
      return this.desk.goTo(request, reply, calendarPath(lang, town.slug, id));
    await this.send(request, reply, { lang, reading, town, tables: [table] });
  }

  @Get(inBoth((lang) => meetingCalendarPath(lang, ':slug', ':id', ':key')))
  async meeting(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Param('key') key: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { lang, reading } = await this.desk.asked(request);
    const table = roundtableIn(reading, id);
    const town = townIn(reading, table.municipality);
    const path = meetingCalendarPath(lang, town.slug, id, key);
    if (town.slug !== slug) return this.desk.goTo(request, reply, path);
    const only = table.meetings.find((other) => other.key === key);
    if (!only) throw new Refusal('roundtable/unknown');
    await this.send(request, reply, { lang, reading, town, tables: [table], only });
  }

  private async send(request: FastifyRequest, reply: FastifyReply, question: Question) {
    const name = tablesPath(question.lang, question.town.slug).split('/').at(-1) ?? '';
    const write = () => this.calendar(request, question);
    await this.desk.send(request, reply, question, { name, write });
  }

  private async calendar(request: FastifyRequest, question: Question): Promise<string> {
    const { lang, reading, town, tables, only } = question;
    const base = this.frame.baseUrlOf(request);
    const joinLinks = await this.joinLinks(question);
    return calendarOf(
      tables.map((state) => ({
        state,
        url: base + tablePath(lang, town.slug, state.id),
        ...(joinLinks ? { joinLinks } : {}),
        ...(only ? { only } : {}),
      })),
      {
        name: [town.name, ...(tables.length === 1 ? tables.map(({ name }) => name) : [])].join(
          ': ',
        ),
        lang,
        stamp: `${reading.view.asOf}T00:00:00Z`,
      },
    );
  }

  /** For those alone who may invite. */
  private async joinLinks({
    reading,
    town,
  }: Question): Promise<ReadonlyMap<string, string> | undefined> {
    const { viewer } = reading;
    if (!viewer || !mayIn({ reading, viewer }, 'roundtable', 'invite', town)) return undefined;
    const notes = await this.vault.meetingNotes.ofTown(town.id);
    return new Map(
      [...notes].flatMap(([meeting, { joinUrl }]): [string, string][] =>
        joinUrl === undefined ? [] : [[meeting, joinUrl]],
      ),
    );
  }
}
