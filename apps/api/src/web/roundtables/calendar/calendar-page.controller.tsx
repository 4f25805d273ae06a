import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../../auth/auth.guard.js';
import { CopyText } from '../../components/copy-text.js';
import { PageTitle } from '../../components/page-title.js';
import { FormDesk } from '../../forms/form-desk.js';
import { PageFrame } from '../../page-frame.js';
import { withQuery, workPath, workRoutes } from '../../paths.js';
import { townDatesPath } from '../../dates/dates-paths.js';
import { calendarPath } from '../table-paths.js';
import { tablesCrumbs } from '../work/crumbs.js';
import { CalendarKeys } from './calendar-keys.js';
import { EVERYBODY } from './calendar-desk.js';

/** „Kalender“: the addresses to subscribe to. */
@ApiExcludeController()
@Controller()
@SignedIn()
export class CalendarPageController {
  constructor(
    private readonly desk: FormDesk,
    private readonly frame: PageFrame,
    private readonly keys: CalendarKeys,
  ) {}

  @Post(workRoutes('tables', 'calendar'))
  async renew(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = this.desk.asked(request);
    const town = this.desk.townOf(asked, slug);
    this.desk.require(asked, 'roundtable', 'invite', town);
    await this.keys.renew(asked.viewer.person);
    await this.desk.done(reply, undefined, workPath(asked.lang, town.slug, 'tables', 'calendar'));
  }

  @Get(workRoutes('tables', 'calendar'))
  async show(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = this.desk.asked(request);
    const { t, lang, viewer } = asked;
    const town = this.desk.townOf(asked, slug);
    this.desk.require(asked, 'roundtable', 'invite', town);
    const address = calendarPath(lang, town.slug);
    const dates = townDatesPath(lang, town.slug);
    const key = await this.keys.of(viewer.person);
    const base = this.frame.baseUrlOf(request);
    await this.desk.show(request, reply, asked, {
      title: t('roundtable.calendar'),
      path: (other) => workPath(other, town.slug, 'tables', 'calendar'),
      crumbs: tablesCrumbs({ ...asked, town }),
      children: (
        <>
          <PageTitle title={t('roundtable.calendar')} lead={t('roundtable.calendar.lead')} />
          <CopyText
            t={t}
            name="team"
            label={t('roundtable.calendar.team')}
            hint={t('roundtable.calendar.team.hint')}
            value={base + withQuery(address, { key })}
            rows={3}
          />
          <CopyText
            t={t}
            name="everybody"
            label={t('roundtable.calendar.public')}
            hint={t('roundtable.calendar.public.hint')}
            value={base + address}
            rows={2}
          />
          <section aria-labelledby="dates-heading">
            <h2 id="dates-heading">{t('dates.all')}</h2>
            <p>{t('dates.all.lead')}</p>
            <CopyText
              t={t}
              name="team-dates"
              label={t('roundtable.calendar.team')}
              hint={t('dates.team.hint')}
              value={base + withQuery(dates, { key })}
              rows={3}
            />
            <CopyText
              t={t}
              name="everybody-dates"
              label={t('roundtable.calendar.public')}
              hint={t('dates.public.hint')}
              value={base + dates}
              rows={2}
            />
          </section>
          <ul class="links">
            <li>
              <a href={withQuery(address, { for: EVERYBODY })}>{t('roundtable.calendar.file')}</a>
            </li>
            <li>
              <a href={address}>{t('roundtable.calendar.teamFile')}</a>
            </li>
          </ul>
          <section aria-labelledby="renew-heading">
            <h2 id="renew-heading">{t('roundtable.calendar.renew')}</h2>
            <p>{t('roundtable.calendar.renew.lead')}</p>
            <form method="post">
              <button type="submit">{t('roundtable.calendar.renew')}</button>
            </form>
          </section>
        </>
      ),
    });
  }
}
