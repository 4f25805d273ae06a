import type { Lang } from '@klimaspur/messages';
import type { Municipality } from '@klimaspur/read-models';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { roundtableIn } from '../../../queries/get-roundtable.query.js';
import { suffixOf, withEndings } from '../../file-endings.js';
import { type Asked, formatOf, MeasureDesk } from '../../measures/measure-desk.js';
import { PageFrame } from '../../page-frame.js';
import { contentOf, shownTables } from '../shown/table-frame.js';
import { outcomePath, tablePath, tablesPath, timelinePath } from '../table-paths.js';
import { outcomeCsv } from './outcome-file.js';
import { OutcomePage } from './outcome.page.js';
import { momentsOf } from './plan-timeline.js';
import { TimelinePage } from './timeline.page.js';

/** „Was daraus wurde“ of one round table and of all, and the way from the first table to the plan. */
@ApiExcludeController()
@Controller()
export class OutcomePagesController {
  constructor(
    private readonly desk: MeasureDesk,
    private readonly frame: PageFrame,
  ) {}

  @Get(withEndings((lang) => outcomePath(lang, ':slug'), ['csv', 'json']))
  async all(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const town = this.desk.townOf(asked.reading, slug);
    return this.send(request, reply, { asked, town, slug });
  }

  @Get(withEndings((lang) => outcomePath(lang, ':slug', ':id'), ['csv', 'json']))
  async ofTable(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const table = roundtableIn(asked.reading, id);
    const town = this.desk.townOf(asked.reading, table.municipality);
    return this.send(request, reply, { asked, town, slug, id });
  }

  @Get(withEndings((lang) => timelinePath(lang, ':slug'), ['json']))
  async timeline(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, t, at, reading } = asked;
    const town = this.desk.townOf(reading, slug);
    const ending = suffixOf(request);
    if (town.slug !== slug) {
      return this.desk.goTo(reply, asked, timelinePath(lang, town.slug) + ending);
    }
    if (this.desk.isAnswered(request, reply, asked)) return;
    const moments = momentsOf({ town, ...proposalsIn(asked, town) });
    if (ending) {
      const content = JSON.stringify({ items: moments.map(withoutTable) });
      const name = `${slug}-${lang === 'de' ? 'zeitleiste' : 'timeline'}`;
      return this.desk.sendFile(request, reply, { name, format: 'json', content });
    }
    await this.frame.send(request, reply, {
      ...contentOf(asked, town, (other) => timelinePath(other, slug)),
      title: `${t('timelineOfPlan.title')}: ${town.name}`,
      description: t('timelineOfPlan.lead'),
      breadcrumbs: [...this.crumbsOf(asked, town), { label: t('timelineOfPlan.title') }],
      children: (
        <TimelinePage
          {...shownTables(asked, town)}
          moments={moments}
          jsonHref={at(`${timelinePath(lang, slug)}.json`)}
        />
      ),
    });
  }

  private async send(request: FastifyRequest, reply: FastifyReply, question: OutcomeQuestion) {
    const { asked, town, slug, id } = question;
    const { lang, t, at } = asked;
    const ending = suffixOf(request);
    const path = (other: Lang) => outcomePath(other, town.slug, id);
    if (town.slug !== slug) return this.desk.goTo(reply, asked, path(lang) + ending);
    if (this.desk.isAnswered(request, reply, asked)) return;
    const { tables, outcomes } = proposalsIn(asked, town, id);
    if (ending) {
      const format = formatOf(request);
      const content =
        format === 'csv' ? outcomeCsv(outcomes, t) : JSON.stringify({ items: outcomes });
      const name = `${id ?? slug}-${lang === 'de' ? 'was-daraus-wurde' : 'what-became-of-it'}`;
      return this.desk.sendFile(request, reply, { name, format, content });
    }
    const table = tables.find((other) => other.id === id);
    const content = contentOf(asked, town, path);
    await this.frame.send(request, reply, {
      ...content,
      hidden: content.hidden || table?.published === false,
      title: `${t('outcome.title')}: ${table?.name ?? town.name}`,
      description: t('outcome.lead'),
      breadcrumbs: [
        ...this.crumbsOf(asked, town),
        ...(table
          ? [{ label: table.name, lang: 'de', href: at(tablePath(lang, slug, table.id)) }]
          : []),
        { label: t('outcome.title') },
      ],
      children: (
        <OutcomePage
          {...shownTables(asked, town)}
          {...{ tables, outcomes }}
          {...(table ? { table } : {})}
          fileHref={(fileEnding) => at(path(lang) + fileEnding)}
        />
      ),
    });
  }

  private crumbsOf(asked: Asked, town: Municipality) {
    const href = asked.at(tablesPath(asked.lang, town.slug));
    return [...this.desk.crumbsOf(asked, town), { label: asked.t('roundtable.all'), href }];
  }
}

interface OutcomeQuestion {
  readonly asked: Asked;
  readonly town: Municipality;
  /** As the address says it. */
  readonly slug: string;
  readonly id?: string;
}

/** Proposals whose minutes are published, for the team as well: what is internal has become of nothing yet. */
const proposalsIn = (
  { reading: { models, view } }: Asked,
  { id }: Municipality,
  table?: string,
) => {
  const of = { municipality: id, ...(table === undefined ? {} : { roundtable: table }) };
  const { tables, outcomes } = models.proposalsOf(of, view);
  const published = new Set(
    tables.flatMap(({ meetings }) =>
      meetings.filter(({ protocol }) => protocol.step === 'PUBLISHED').map((one) => one.meeting),
    ),
  );
  return { tables, outcomes: outcomes.filter(({ meeting }) => published.has(meeting)) };
};

/** A table is named in it, not told as a whole. */
const withoutTable = (moment: ReturnType<typeof momentsOf>[number]) => {
  if (moment.kind === 'plan') return { ...moment, plan: idAndTitle(moment.plan) };
  if (moment.kind !== 'meeting') return moment;
  const { table, meeting, ...said } = moment;
  return { ...said, table: { id: table.id, name: table.name }, meeting: meeting.meeting };
};

const idAndTitle = ({ id, title }: { readonly id: string; readonly title: string }) => ({
  id,
  title,
});
