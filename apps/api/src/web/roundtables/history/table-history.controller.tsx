import type { Lang } from '@klimaspur/messages';
import { Vault } from '@klimaspur/vault';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GetRoundtableHistory } from '../../../queries/get-roundtable-history.query.js';
import { roundtableIn } from '../../../queries/get-roundtable.query.js';
import { endingOf, fileEndings, suffixOf, withEndings } from '../../file-endings.js';
import { MeasureDesk } from '../../measures/measure-desk.js';
import { PageFrame } from '../../page-frame.js';
import { contentOf, shownTables } from '../shown/table-frame.js';
import { mayChange } from '../../measures/may-change.js';
import { tableHistoryPath, tablePath, tablesPath } from '../table-paths.js';
import { jsonLines } from '../../trail/trail-file.js';
import { tableHistoryCsv } from './table-history-file.js';
import { TableHistoryPage } from './table-history.page.js';
import { tableStory, tableTimeline } from './table-history.js';

/** The history of a round table, and its twins for programs. */
@ApiExcludeController()
@Controller()
export class TableHistoryController {
  constructor(
    private readonly desk: MeasureDesk,
    private readonly frame: PageFrame,
    private readonly vault: Vault,
    private readonly bus: QueryBus,
  ) {}

  @Get(withEndings((lang) => tableHistoryPath(lang, ':slug', ':id')))
  async history(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, t, at, reading } = asked;
    const table = roundtableIn(reading, id);
    const town = this.desk.townOf(reading, table.municipality);
    const format = endingOf(request);
    const path = (other: Lang) => tableHistoryPath(other, town.slug, id);
    if (town.slug !== slug) {
      return this.desk.goTo(reply, asked, path(lang) + suffixOf(request));
    }
    if (this.desk.isAnswered(request, reply, asked)) return;
    const shown = { ...shownTables(asked, town), table };
    const story = await tableStory(reading, table, this.vault);
    const entries = tableTimeline(story, shown, mayChange(reading, town.id));
    if (format) {
      const { items } = await this.bus.execute(new GetRoundtableHistory(reading, id));
      const contents = {
        csv: () => {
          const kept = (to: string) => this.frame.baseUrlOf(request) + at(to);
          return tableHistoryCsv(tableTimeline(story, { ...shown, at: kept }), t);
        },
        json: () => JSON.stringify({ items }),
        jsonl: () => jsonLines(items),
      };
      const name = `${id}-${lang === 'de' ? 'verlauf' : 'history'}`;
      return this.desk.sendFile(request, reply, { name, format, content: contents[format]() });
    }
    const content = contentOf(asked, town, path);
    await this.frame.send(request, reply, {
      ...content,
      hidden: content.hidden || !table.published,
      title: t('history.title', { title: table.name }),
      description: t('roundtable.history.lead'),
      breadcrumbs: [
        ...this.desk.crumbsOf(asked, town),
        { label: t('roundtable.all'), href: at(tablesPath(lang, slug)) },
        { label: table.name, lang: 'de', href: at(tablePath(lang, slug, id)) },
        { label: t('history.crumb') },
      ],
      children: (
        <TableHistoryPage
          {...shown}
          entries={entries}
          downloads={fileEndings.map((ending) => ({
            href: at(`${path(lang)}.${ending}`),
            format: ending === 'jsonl' ? 'JSON Lines' : ending.toUpperCase(),
          }))}
        />
      ),
    });
  }
}
