import { isUuid } from '@klimaspur/domain';
import { csv } from '@klimaspur/exports';
import type { Translate } from '@klimaspur/messages';
import type { Municipality, SharedWork } from '@klimaspur/read-models';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { there } from '../../../reading/not-there.js';
import { type Asked, formatOf, MeasureDesk } from '../../measures/measure-desk.js';
import { PageFrame } from '../../page-frame.js';
import { inBoth } from '../../paths.js';
import { actorNamed, type ShownTables } from '../../roundtables/shown/shown-table.js';
import { contentOf, shownTables, workHrefOf } from '../../roundtables/shown/table-frame.js';
import { actorPath, alliancePath } from '../../roundtables/table-paths.js';
import { AlliancePage } from './alliance.page.js';
import { OrganisationPage } from './organisation.page.js';
import { organisationView } from './organisation.view.js';

const JSON_ENDING = '.json';

/** The alliance of a town and its organisations, as far as they agreed to be named; each with its twins for programs. */
@ApiExcludeController()
@Controller()
export class AlliancePagesController {
  constructor(
    private readonly desk: MeasureDesk,
    private readonly frame: PageFrame,
  ) {}

  @Get(inBoth((lang) => alliancePath(lang, ':slug')))
  async alliance(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, t, at } = asked;
    const town = this.desk.townOf(asked.reading, slug);
    if (town.slug !== slug) return this.desk.goTo(reply, asked, alliancePath(lang, town.slug));
    if (this.desk.isAnswered(request, reply, asked)) return;
    await this.frame.send(request, reply, {
      ...contentOf(asked, town, (other) => alliancePath(other, slug)),
      title: t('alliance.page.title', { name: town.name }),
      description: t('alliance.lead'),
      breadcrumbs: [...this.desk.crumbsOf(asked, town), { label: t('alliance.title') }],
      children: (
        <AlliancePage
          {...shownTables(asked, town)}
          {...allianceOf(asked, town)}
          {...workHrefOf(asked, town, 'organisations')}
          fileHref={(ending) => at(alliancePath(lang, slug) + ending)}
        />
      ),
    });
  }

  @Get(
    (['csv', 'json'] as const).flatMap((ending) =>
      inBoth((lang) => `${alliancePath(lang, ':slug')}.${ending}`),
    ),
  )
  allianceFile(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, t, reading } = asked;
    const town = this.desk.townOf(reading, slug);
    const format = formatOf(request);
    if (town.slug !== slug) {
      return this.desk.goTo(reply, asked, `${alliancePath(lang, town.slug)}.${format}`);
    }
    if (this.desk.isAnswered(request, reply, asked)) return;
    const { work, projects } = allianceOf(asked, town);
    const shown = shownTables(asked, town);
    const content =
      format === 'csv'
        ? sharedWorkCsv(work, shown, t)
        : JSON.stringify({ organisations: shown.actors, work, ownProjects: projects });
    const name = `${slug}-${lang === 'de' ? 'buendnis' : 'alliance'}`;
    return this.desk.sendFile(request, reply, { name, format, content });
  }

  @Get(inBoth((lang) => actorPath(lang, ':slug', ':id')))
  async organisation(
    @Param('slug') slug: string,
    @Param('id') address: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, t, reading, at } = asked;
    const ending = address.endsWith(JSON_ENDING) ? JSON_ENDING : '';
    const id = ending ? address.slice(0, -ending.length) : address;
    const actor = there('actor', reading, ({ models, view }) =>
      isUuid(id) ? models.actor(id, view) : undefined,
    );
    const town = this.desk.townOf(reading, actor.municipality);
    // Registered twice, it is found at the address of the one that is left.
    if (town.slug !== slug || actor.id !== id) {
      return this.desk.goTo(reply, asked, actorPath(lang, town.slug, actor.id) + ending);
    }
    if (this.desk.isAnswered(request, reply, asked)) return;
    const found = organisationView(reading, actor);
    if (ending) {
      const content = JSON.stringify(found);
      return this.desk.sendFile(request, reply, { name: id, format: 'json', content });
    }
    await this.frame.send(request, reply, {
      ...contentOf(asked, town, (other) => actorPath(other, slug, id)),
      hidden: !town.published || !actor.published,
      title: actor.name,
      description: t('alliance.one.description', { name: actor.name }),
      breadcrumbs: [
        ...this.desk.crumbsOf(asked, town),
        { label: t('alliance.title'), href: at(alliancePath(lang, slug)) },
        { label: actor.name, lang: 'de' },
      ],
      children: (
        <OrganisationPage
          {...shownTables(asked, town)}
          {...found}
          {...workHrefOf(asked, town, 'organisations', id)}
          jsonHref={at(actorPath(lang, slug, id) + JSON_ENDING)}
        />
      ),
    });
  }
}

/** What the organisations of a town do together, and on their own. */
const allianceOf = ({ reading: { models, view } }: Asked, { id }: Municipality) => {
  const of = { municipality: id };
  return {
    work: models.sharedWork(of, view),
    projects: models.ownProjects(of, view),
    tables: models.roundtables(of, view),
  };
};

/** One row for each part that an organisation has in a measure. */
const sharedWorkCsv = (work: readonly SharedWork[], shown: ShownTables, t: Translate): string =>
  csv(
    [
      t('alliance.measure'),
      t('chart.status'),
      t('alliance.organisation'),
      t('alliance.part'),
      'measure',
      'organisation',
      'entry',
    ],
    work.flatMap(({ measure, parts }) =>
      parts.map(({ actor, part, entry }) => [
        measure.title,
        t(`status.${measure.status ?? 'elsewhere'}`),
        actorNamed(shown, actor)?.name ?? '',
        t(`alliance.part.${part}`),
        measure.id,
        actor,
        entry,
      ]),
    ),
  );
