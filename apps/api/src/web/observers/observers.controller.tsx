import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KeptFiles } from '../../files/kept-files.js';
import type { Reading } from '../../reading/reader.js';
import { MeasureDesk } from '../measures/measure-desk.js';
import { PageFrame } from '../page-frame.js';
import { inBoth, observersPath, workPath } from '../paths.js';
import { ObserversPage } from './observers.page.js';
import { mayDescribeObservers, ResponsiblePersons } from './responsible-persons.js';

@ApiExcludeController()
@Controller()
export class ObserversController {
  constructor(
    private readonly desk: MeasureDesk,
    private readonly frame: PageFrame,
    private readonly persons: ResponsiblePersons,
    private readonly files: KeptFiles,
  ) {}

  @Get(inBoth((lang) => observersPath(lang, ':slug')))
  async show(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { lang, t, reading, at } = asked;
    const town = this.desk.townOf(reading, slug);
    if (town.slug !== slug) return this.desk.goTo(reply, asked, observersPath(lang, town.slug));
    const responsible = await this.persons.of(town.id);
    const { logo } = town.observers ?? {};
    const kept = logo ? (await this.files.some([logo.sha256])).get(logo.sha256) : undefined;
    await this.frame.send(request, reply, {
      lang,
      title: t('observers.title', { name: town.name }),
      description: t('observers.lead'),
      paths: { de: observersPath('de', slug), en: observersPath('en', slug) },
      moment: reading.moment,
      section: 'municipalities',
      hidden: !town.published,
      breadcrumbs: [...this.desk.crumbsOf(asked, town), { label: t('town.observers') }],
      children: (
        <ObserversPage
          t={t}
          town={town}
          responsible={responsible}
          hasLogo={kept !== undefined && !kept.erased}
          at={at}
          {...(mayDescribe(reading, town.id)
            ? { editHref: workPath(lang, slug, 'observers') }
            : {})}
        />
      ),
    });
  }
}

/** Nobody writes into the past. */
const mayDescribe = ({ viewer, world, moment }: Reading, municipality: string): boolean =>
  viewer !== undefined && !moment.past && mayDescribeObservers(viewer, world, municipality);
