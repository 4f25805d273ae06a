import { type CalendarDate, calendarOf } from '@klimaspur/exports';
import { messages, type Translate } from '@klimaspur/messages';
import type { Municipality, RoundtableDetail } from '@klimaspur/read-models';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { townIn } from '../../queries/get-municipality.query.js';
import { othersFirst } from '../../reading/in-turns.js';
import { measureIn } from '../../reading/measure-in.js';
import { notThere } from '../../reading/not-there.js';
import type { Reading } from '../../reading/reader.js';
import { mayIn } from '../forms/rights.js';
import { PageFrame } from '../page-frame.js';
import { inBoth } from '../paths.js';
import { type CalendarAsked, CalendarDesk } from '../roundtables/calendar/calendar-desk.js';
import { tablePath } from '../roundtables/table-paths.js';
import { measureDatesPath, planDatesPath, townDatesPath } from './dates-paths.js';
import { type PlannedMeasure, plannedDates } from './planned-dates.js';
import { answerDates, promiseDates } from './table-dates.js';

/** What of a town is asked for. */
interface Question extends CalendarAsked {
  readonly town: Municipality;
  /** How the calendar is called. */
  readonly name: string;
  readonly path: string;
  /** Absent: all. */
  readonly only?: readonly PlannedMeasure[];
}

/** The days for which something is planned or due, for programs that keep calendars. */
@ApiExcludeController()
@Controller()
export class DatesController {
  constructor(
    private readonly desk: CalendarDesk,
    private readonly frame: PageFrame,
  ) {}

  @Get(inBoth((lang) => townDatesPath(lang, ':slug')))
  async ofTown(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = await this.desk.asked(request);
    const town = townIn(asked.reading, slug);
    const path = townDatesPath(asked.lang, town.slug);
    if (town.slug !== slug) return this.desk.goTo(request, reply, path);
    await this.send(request, reply, { ...asked, town, path, name: town.name });
  }

  @Get(inBoth((lang) => planDatesPath(lang, ':slug', ':id')))
  async ofPlan(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = await this.desk.asked(request);
    const { lang, reading } = asked;
    const town = townIn(reading, slug);
    const plan = town.plans.find((other) => other.id === id);
    if (!plan) throw notThere(reading, 'plan', ({ models, view }) => models.plan(id, view));
    const path = planDatesPath(lang, town.slug, id);
    if (town.slug !== slug) return this.desk.goTo(request, reply, path);
    const only = measuresOf(reading, town, id);
    await this.send(request, reply, { ...asked, town, path, name: plan.title, only });
  }

  @Get(inBoth((lang) => measureDatesPath(lang, ':slug', ':id')))
  async ofMeasure(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = await this.desk.asked(request);
    const measure = measureIn(asked.reading, id);
    const town = townIn(asked.reading, measure.municipality.id);
    const path = measureDatesPath(asked.lang, town.slug, id);
    if (town.slug !== slug) return this.desk.goTo(request, reply, path);
    const only = [measure];
    await this.send(request, reply, { ...asked, town, path, name: measure.title, only });
  }

  private async send(request: FastifyRequest, reply: FastifyReply, question: Question) {
    const [file = ''] = question.path.split('/').at(-1)?.split('.') ?? [];
    const base = this.frame.baseUrlOf(request);
    const write = () => written(question, base);
    await this.desk.send(request, reply, question, {
      name: `${question.town.slug}-${file}`,
      write,
    });
  }
}

const measuresOf = ({ models, view }: Reading, { id }: Municipality, plan?: string) => [
  ...models.exportRows({ municipality: id, ...(plan === undefined ? {} : { plan }) }, view),
];

const written = async (question: Question, base: string): Promise<string> => {
  const { lang, reading, town, name, only } = question;
  const t = messages(lang);
  const planned: CalendarDate[] = [];
  for (const measure of only ?? measuresOf(reading, town)) {
    planned.push(...(await plannedDates(reading, measure, t, (path) => base + path)));
    await othersFirst();
  }
  const tables = reading.models.roundtables({ municipality: town.id }, reading.view);
  const urlOf = ({ id }: RoundtableDetail) => base + tablePath(lang, town.slug, id);
  const due = tables.flatMap((table) => dueAt(question, table, t, urlOf(table)));
  return calendarOf(
    only ? [] : tables.map((state) => ({ state, url: urlOf(state) })),
    {
      name: name === town.name ? name : `${town.name}: ${name}`,
      ...{ lang, stamp: `${reading.view.asOf}T00:00:00Z` },
    },
    [...planned, ...due],
  );
};

/** At a round table: answers for everybody who sees it, promises for those who look after them. */
const dueAt = (
  { reading, town, only }: Question,
  table: RoundtableDetail,
  t: Translate,
  url: string,
): CalendarDate[] => {
  const { models, view, viewer } = reading;
  const told = { t, url, actorName: (id: string) => models.actor(id, view)?.name };
  const named = only && new Set(only.map(({ id }) => id));
  const answers = answerDates(table, told, (id) => !named || (id !== null && named.has(id)));
  const isTeam = viewer && mayIn({ reading, viewer }, 'roundtable', 'invite', town);
  return !only && isTeam ? [...answers, ...promiseDates(table, told)] : answers;
};
