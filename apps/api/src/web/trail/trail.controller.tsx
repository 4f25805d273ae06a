import { isUuid } from '@klimaspur/domain';
import type { Lang } from '@klimaspur/messages';
import type { EntryFilter, Municipality } from '@klimaspur/read-models';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../errors/refusal.js';
import { GetDecision } from '../../queries/get-decision.query.js';
import { notThere } from '../../reading/not-there.js';
import type { Crumb } from '../components/breadcrumbs.js';
import { type Asked, MeasureDesk } from '../measures/measure-desk.js';
import { planFeedPath, townFeedPath } from '../feeds/feed-paths.js';
import { mayChange } from '../measures/may-change.js';
import { PageFrame } from '../page-frame.js';
import { decisionPath, decisionsPath, planPath, townPath } from '../paths.js';
import { endingOf, withEndings } from '../file-endings.js';
import { TrailDesk } from './trail-desk.js';
import { decisionHistoryPath, planHistoryPath, townHistoryPath, trailHref } from './trail-paths.js';
import { trailQuestion } from './trail-question.js';
import { thingChoices } from './trail-things.js';
import { toldApart } from './trail.view.js';
import { TrailPage } from './trail.page.js';

/** A trail that is asked for: of a town, or of one of its things. */
interface AskedTrail {
  readonly town: Municipality;
  /** What is called so in the addresses of files. */
  readonly name: string;
  readonly title: string;
  readonly titleLang?: string;
  readonly lead: string;
  readonly path: (lang: Lang, slug: string) => string;
  /** Its stream, where it is that of one thing. */
  readonly stream?: string;
  readonly crumbs: readonly Crumb[];
  readonly back: { readonly href: string; readonly label: string };
  readonly hidden: boolean;
  readonly feedHref?: string;
}

/** Every entry of a town, of a plan and of a vote, page by page, with its twins for programs. */
@ApiExcludeController()
@Controller()
export class TrailController {
  constructor(
    private readonly desk: MeasureDesk,
    private readonly frame: PageFrame,
    private readonly trails: TrailDesk,
    private readonly bus: QueryBus,
  ) {}

  @Get(withEndings((lang) => townHistoryPath(lang, ':slug')))
  async ofTown(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, t, reading, at } = asked;
    const town = this.desk.townOf(reading, slug);
    await this.show(request, reply, asked, slug, {
      town,
      name: town.slug,
      title: town.name,
      lead: t('trail.town.lead'),
      path: townHistoryPath,
      crumbs: [],
      back: { href: at(townPath(lang, town.slug)), label: t('trail.toTown') },
      hidden: !town.published,
      feedHref: townFeedPath(lang, town.slug),
    });
  }

  @Get(withEndings((lang) => planHistoryPath(lang, ':slug', ':id')))
  async ofPlan(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, t, reading, at } = asked;
    const town = this.desk.townOf(reading, slug);
    const plan = town.plans.find((other) => other.id === id);
    if (!plan) throw notThere(reading, 'plan', ({ models, view }) => models.plan(id, view));
    const href = at(planPath(lang, town.slug, id));
    await this.show(request, reply, asked, slug, {
      town,
      name: id,
      title: plan.title,
      titleLang: 'de',
      lead: t('trail.plan.lead'),
      path: (other, of) => planHistoryPath(other, of, id),
      stream: `plan-${id}`,
      crumbs: [{ label: plan.title, lang: 'de', href }],
      back: { href, label: t('trail.toPlan') },
      hidden: !town.published || !plan.published,
      feedHref: planFeedPath(lang, town.slug, id),
    });
  }

  @Get(withEndings((lang) => decisionHistoryPath(lang, ':slug', ':id')))
  async ofDecision(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, t, reading, at } = asked;
    if (!isUuid(id)) throw new Refusal('decision/unknown');
    const decision = await this.bus.execute(new GetDecision(reading, id));
    const town = this.desk.townOf(reading, decision.municipality);
    const href = at(decisionPath(lang, town.slug, id));
    await this.show(request, reply, asked, slug, {
      town,
      name: id,
      title: decision.title,
      titleLang: 'de',
      lead: t('trail.decision.lead'),
      path: (other, of) => decisionHistoryPath(other, of, id),
      stream: `decision-${id}`,
      crumbs: [
        { label: t('decisions.crumb'), href: at(decisionsPath(lang, town.slug)) },
        { label: decision.title, lang: 'de', href },
      ],
      back: { href, label: t('trail.toDecision') },
      hidden: !town.published,
    });
  }

  private async show(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: Asked,
    slug: string,
    trail: AskedTrail,
  ) {
    const { lang, t, reading, at } = asked;
    const { town, stream, feedHref: href } = trail;
    const format = endingOf(request);
    const given = trailQuestion(request, lang);
    const { stream: about, ...rest } = given;
    const question = stream === undefined && about !== undefined ? given : rest;
    const address = (other: Lang, ending = '') =>
      trailHref(trail.path(other, town.slug) + ending, other, question);
    if (town.slug !== slug) {
      return this.desk.goTo(reply, asked, address(lang, format ? `.${format}` : ''));
    }
    if (this.desk.isAnswered(request, reply, asked)) return;
    const filter: EntryFilter = {
      municipality: town.id,
      ...question,
      ...(stream ? { stream } : {}),
    };
    const ofOne = filter.stream !== undefined;
    const shown = { t, at, order: question.order ?? 'recorded', ofOne } as const;
    if (format) {
      const name = `${trail.name}-${lang === 'de' ? 'verlauf' : 'history'}`;
      const kept = (to: string) => this.frame.baseUrlOf(request) + at(to);
      return this.trails.send(request, reply, {
        ...{ reading, filter, name, format },
        shown: { ...shown, at: kept },
      });
    }
    const may = (municipality: string) => mayChange(reading, municipality);
    const { page, entries } = await this.trails.read(reading, filter, { ...shown, may });
    await this.frame.send(request, reply, {
      lang,
      title: t('history.title', { title: trail.title }),
      description: trail.lead,
      paths: { de: address('de'), en: address('en') },
      moment: reading.moment,
      section: 'municipalities',
      live: { municipality: town.id },
      hidden: trail.hidden,
      ...(href === undefined
        ? {}
        : { feed: { href, title: t('feed.title', { name: trail.title }) } }),
      breadcrumbs: [
        ...this.desk.crumbsOf(asked, town),
        ...trail.crumbs,
        { label: t('history.crumb') },
      ],
      children: (
        <TrailPage
          t={t}
          at={at}
          title={trail.title}
          {...(trail.titleLang ? { titleLang: trail.titleLang } : {})}
          lead={trail.lead}
          path={trail.path(lang, town.slug)}
          question={question}
          {...(stream === undefined ? { things: thingChoices(reading, town, t) } : {})}
          entries={toldApart(entries)}
          beside={page}
          downloads={this.trails.downloads((ending) => at(address(lang, ending)))}
          moment={reading.moment}
          back={trail.back}
          {...(href === undefined || trail.hidden ? {} : { feedHref: at(href) })}
        />
      ),
    });
  }
}
