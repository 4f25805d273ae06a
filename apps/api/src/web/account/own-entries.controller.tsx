import type { Lang } from '@klimaspur/messages';
import type { EntryFilter } from '@klimaspur/read-models';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../auth/auth.guard.js';
import { Refusal } from '../../errors/refusal.js';
import { MeasureDesk } from '../measures/measure-desk.js';
import { mayChange } from '../measures/may-change.js';
import { PageFrame } from '../page-frame.js';
import { endingOf, withEndings } from '../file-endings.js';
import { TrailDesk } from '../trail/trail-desk.js';
import { trailHref } from '../trail/trail-paths.js';
import { trailQuestion } from '../trail/trail-question.js';
import { TrailPage } from '../trail/trail.page.js';
import { toldApart } from '../trail/trail.view.js';
import { accountPath } from './account-paths.js';

/** All that whoever is signed in has entered themselves, in whatever town, with its twins for programs. */
@ApiExcludeController()
@Controller()
@SignedIn()
export class OwnEntriesController {
  constructor(
    private readonly desk: MeasureDesk,
    private readonly frame: PageFrame,
    private readonly trails: TrailDesk,
  ) {}

  @Get(withEndings((lang) => accountPath(lang, 'entries')))
  async entries(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { viewer } = request;
    if (!viewer) throw new Refusal('auth/sign-in-needed');
    const { lang, t, reading, at } = this.desk.asked(request);
    const { stream: _stream, ...question } = trailQuestion(request, lang);
    const filter: EntryFilter = { ...question, author: viewer.person };
    const shown = { t, at, order: question.order ?? 'recorded', ofOne: false } as const;
    const format = endingOf(request);
    if (format) {
      const name = lang === 'de' ? 'meine-eintraege' : 'my-entries';
      const kept = (to: string) => this.frame.baseUrlOf(request) + at(to);
      return this.trails.send(request, reply, {
        ...{ reading, filter, name, format },
        shown: { ...shown, at: kept },
      });
    }
    const address = (other: Lang, ending = '') =>
      trailHref(accountPath(other, 'entries') + ending, other, question);
    const may = (municipality: string) => mayChange(reading, municipality);
    const { page, entries } = await this.trails.read(reading, filter, { ...shown, may });
    const back = { href: accountPath(lang), label: t('account.title') };
    await this.frame.send(request, reply, {
      lang,
      title: t('account.allEntries'),
      description: t('account.allEntries.lead'),
      paths: { de: address('de'), en: address('en') },
      moment: reading.moment,
      section: 'home',
      hidden: true,
      breadcrumbs: [back, { label: t('account.allEntries') }],
      children: (
        <TrailPage
          t={t}
          at={at}
          title={t('account.allEntries')}
          lead={t('account.allEntries.lead')}
          path={accountPath(lang, 'entries')}
          question={question}
          entries={toldApart(entries)}
          beside={page}
          downloads={this.trails.downloads((ending) => at(address(lang, ending)))}
          moment={reading.moment}
          back={back}
        />
      ),
    });
  }
}
