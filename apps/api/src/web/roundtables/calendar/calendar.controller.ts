import { hash } from 'node:crypto';
import type { Meeting } from '@klimaspur/domain';
import { calendarOf } from '@klimaspur/exports';
import type { Lang } from '@klimaspur/messages';
import type { Municipality, RoundtableDetail } from '@klimaspur/read-models';
import { Vault } from '@klimaspur/vault';
import { Controller, Get, HttpStatus, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../../errors/language.js';
import { Refusal } from '../../../errors/refusal.js';
import { townIn } from '../../../queries/get-municipality.query.js';
import { roundtableIn } from '../../../queries/get-roundtable.query.js';
import { Reader, type Reading } from '../../../reading/reader.js';
import { mayIn } from '../../forms/rights.js';
import { PageETag } from '../../page-etag.js';
import { PageFrame } from '../../page-frame.js';
import { inBoth, withQuery } from '../../paths.js';
import { calendarPath, meetingCalendarPath, tablePath, tablesPath } from '../table-paths.js';
import { CalendarKeys } from './calendar-keys.js';

/** `?for=everybody`: what a stranger gets, for somebody signed in who wants to hand it on. */
export const EVERYBODY = 'everybody';

/** Whose dates are asked for, and who asks. */
interface Question {
  readonly lang: Lang;
  readonly reading: Reading;
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
    private readonly reader: Reader,
    private readonly frame: PageFrame,
    private readonly etag: PageETag,
    private readonly keys: CalendarKeys,
    private readonly vault: Vault,
  ) {}

  @Get(inBoth((lang) => calendarPath(lang, ':slug')))
  async all(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { lang, reading } = await this.asked(request);
    const town = townIn(reading, slug);
    if (town.slug !== slug) return this.goTo(request, reply, calendarPath(lang, town.slug));
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
    const { lang, reading } = await this.asked(request);
    const table = roundtableIn(reading, id);
    const town = townIn(reading, table.municipality);
    if (town.slug !== slug) return this.goTo(request, reply, calendarPath(lang, town.slug, id));
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
    const { lang, reading } = await this.asked(request);
    const table = roundtableIn(reading, id);
    const town = townIn(reading, table.municipality);
    const path = meetingCalendarPath(lang, town.slug, id, key);
    if (town.slug !== slug) return this.goTo(request, reply, path);
    const only = table.meetings.find((other) => other.key === key);
    if (!only) throw new Refusal('roundtable/unknown');
    await this.send(request, reply, { lang, reading, town, tables: [table], only });
  }

  private async asked(request: FastifyRequest) {
    const lang = languageOf(request);
    const { key, for: whom } = request.query as { readonly key?: unknown; readonly for?: unknown };
    const known = request.viewer ?? (await this.keys.viewerBehind(key));
    const viewer = whom === EVERYBODY ? undefined : known;
    return { lang, reading: this.reader.for(viewer, request, lang) };
  }

  private async goTo(request: FastifyRequest, reply: FastifyReply, path: string): Promise<void> {
    const { key } = request.query as { readonly key?: string };
    await reply.redirect(withQuery(path, { key }), HttpStatus.FOUND);
  }

  private async send(request: FastifyRequest, reply: FastifyReply, question: Question) {
    const { lang, reading, town } = question;
    // A stranger's answer is that of everybody, and is kept like a page; what a team gets is nobody else's.
    if (this.etag.unchanged(request, reply, reading)) return;
    const text = await this.calendar(request, question);
    const tag = `"${hash('sha256', text, 'base64url').slice(0, 22)}"`;
    if (reading.viewer) {
      void reply.header('etag', tag);
      if (PageETag.fits(request, tag)) return reply.status(HttpStatus.NOT_MODIFIED).send();
    }
    const name = tablesPath(lang, town.slug).split('/').at(-1) ?? '';
    return reply
      .headers({
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': `attachment; filename="${name}.ics"`,
        'cache-control': reading.viewer ? 'private, no-cache' : 'no-cache',
        vary: 'Cookie',
      })
      .send(text);
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
