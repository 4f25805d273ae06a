import { formatDay } from '@klimaspur/messages';
import { type Meeting } from '@klimaspur/domain';
import type { Municipality, RoundtableDetail } from '@klimaspur/read-models';
import { Vault } from '@klimaspur/vault';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../../errors/refusal.js';
import { roundtableIn } from '../../../queries/get-roundtable.query.js';
import { withToldRevision } from '../../../reading/told-revision.js';
import { suffixOf, withEndings } from '../../file-endings.js';
import { type Asked, formatOf, MeasureDesk } from '../../measures/measure-desk.js';
import { PageFrame } from '../../page-frame.js';
import { inBoth } from '../../paths.js';
import { meetingPath, tablePath, tablesPath } from '../table-paths.js';
import { filesAtTable } from './item-evidence.js';
import { measuresAbout } from './measures-about.js';
import { isOfMeeting, MeetingPage } from './meeting.page.js';
import { contentOf, shownTables, workHrefOf } from './table-frame.js';
import { TablePage } from './table.page.js';
import { tablesCsv } from './tables-file.js';
import { TablesPage } from './tables.page.js';

const JSON_ENDING = '.json';

/** The page of a meeting for programs: what of the table is about it. */
const meetingTwin = (
  { id, name, items, followUps, unnamed }: RoundtableDetail,
  meeting: Meeting,
) => ({
  roundtable: { id, name },
  meeting,
  items: items.filter((item) => isOfMeeting(item, meeting)),
  followUps: followUps.filter((followUp) => followUp.meeting === meeting.meeting),
  unnamedGroups: unnamed.groups[meeting.meeting] ?? 0,
});

/** Round tables as everybody may see them: what they are, when they meet, and their published minutes. */
@ApiExcludeController()
@Controller()
export class TablePagesController {
  constructor(
    private readonly desk: MeasureDesk,
    private readonly frame: PageFrame,
    private readonly vault: Vault,
  ) {}

  @Get(withEndings((lang) => tablesPath(lang, ':slug'), ['csv', 'json']))
  async list(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, t, reading } = asked;
    const town = this.desk.townOf(reading, slug);
    const ending = suffixOf(request);
    if (town.slug !== slug) {
      return this.desk.goTo(reply, asked, tablesPath(lang, town.slug) + ending);
    }
    if (this.desk.isAnswered(request, reply, asked)) return;
    const tables = reading.models.roundtables({ municipality: town.id }, reading.view);
    const shown = shownTables(asked, town);
    if (ending) {
      const format = formatOf(request);
      const items = tables.map((table) => withToldRevision(reading, town.id, table));
      const content =
        format === 'csv'
          ? tablesCsv(tables, shown)
          : JSON.stringify({ items, total: items.length });
      const name = `${slug}-${lang === 'de' ? 'runde-tische' : 'round-tables'}`;
      return this.desk.sendFile(request, reply, { name, format, content });
    }
    const workHref = workHrefOf(asked, town, 'tables');
    await this.frame.send(request, reply, {
      ...contentOf(asked, town, (other) => tablesPath(other, slug)),
      title: t('roundtable.title', { name: town.name }),
      description: t('roundtable.lead'),
      breadcrumbs: [...this.desk.crumbsOf(asked, town), { label: t('roundtable.all') }],
      children: <TablesPage {...shown} {...workHref} tables={tables} />,
    });
  }

  @Get(inBoth((lang) => tablePath(lang, ':slug', ':id')))
  async one(
    @Param('slug') slug: string,
    @Param('id') address: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, t } = asked;
    const ending = address.endsWith(JSON_ENDING) ? JSON_ENDING : '';
    const id = ending ? address.slice(0, -ending.length) : address;
    const { town, table } = this.tableOf(asked, id);
    if (town.slug !== slug) {
      return this.desk.goTo(reply, asked, tablePath(lang, town.slug, id) + ending);
    }
    if (this.desk.isAnswered(request, reply, asked)) return;
    if (ending) {
      const content = JSON.stringify(withToldRevision(asked.reading, town.id, table));
      return this.desk.sendFile(request, reply, { name: id, format: 'json', content });
    }
    await this.frame.send(request, reply, {
      ...contentOf(asked, town, (other) => tablePath(other, slug, id)),
      hidden: !town.published || !table.published,
      title: table.name,
      description: t('roundtable.one.description', { name: table.name }),
      breadcrumbs: [...this.crumbsOf(asked, town), { label: table.name, lang: 'de' }],
      children: (
        <TablePage
          {...shownTables(asked, town)}
          {...workHrefOf(asked, town, 'tables', id)}
          table={table}
        />
      ),
    });
  }

  @Get(withEndings((lang) => meetingPath(lang, ':slug', ':id', ':key'), ['json']))
  async meeting(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Param('key') address: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, t, reading } = asked;
    const ending = request.url.split('?', 1)[0]!.endsWith(JSON_ENDING) ? JSON_ENDING : '';
    const key = address.endsWith(JSON_ENDING) ? address.slice(0, -JSON_ENDING.length) : address;
    const { town, table } = this.tableOf(asked, id);
    if (town.slug !== slug) {
      return this.desk.goTo(reply, asked, meetingPath(lang, town.slug, id, key) + ending);
    }
    const meeting = table.meetings.find((other) => other.key === key);
    if (!meeting) throw new Refusal('roundtable/unknown');
    if (this.desk.isAnswered(request, reply, asked)) return;
    if (ending) {
      const content = JSON.stringify(meetingTwin(table, meeting));
      return this.desk.sendFile(request, reply, { name: `${id}-${key}`, format: 'json', content });
    }
    const title = t('roundtable.meeting.crumb', { day: formatDay(meeting.on, lang) });
    await this.frame.send(request, reply, {
      ...contentOf(asked, town, (other) => meetingPath(other, slug, id, key)),
      hidden: !town.published || !table.published,
      title: `${table.name}, ${title}`,
      description: t('roundtable.one.description', { name: table.name }),
      breadcrumbs: [
        ...this.crumbsOf(asked, town),
        { label: table.name, lang: 'de', href: asked.at(tablePath(lang, slug, id)) },
        { label: title },
      ],
      children: (
        <MeetingPage
          {...shownTables(asked, town)}
          {...workHrefOf(asked, town, 'tables', id, 'meetings', meeting.meeting)}
          {...{ table, meeting }}
          measures={measuresAbout(table, reading)}
          files={await filesAtTable(this.vault, table)}
          jsonHref={asked.at(meetingPath(lang, slug, id, key) + JSON_ENDING)}
        />
      ),
    });
  }

  private tableOf(
    { reading }: Asked,
    id: string,
  ): { readonly town: Municipality; readonly table: RoundtableDetail } {
    const table = roundtableIn(reading, id);
    return { table, town: this.desk.townOf(reading, table.municipality) };
  }

  private crumbsOf(asked: Asked, town: Municipality) {
    const href = asked.at(tablesPath(asked.lang, town.slug));
    return [...this.desk.crumbsOf(asked, town), { label: asked.t('roundtable.all'), href }];
  }
}
