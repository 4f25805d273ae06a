import { Vault } from '@klimaspur/vault';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MeasureDesk } from '../measures/measure-desk.js';
import { PageFrame } from '../page-frame.js';
import { inBoth, observersPath } from '../paths.js';
import { ObserversPage } from './observers.page.js';

@ApiExcludeController()
@Controller()
export class ObserversController {
  constructor(
    private readonly desk: MeasureDesk,
    private readonly frame: PageFrame,
    private readonly vault: Vault,
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
    const responsible = (await this.vault.responsible([town.id])).get(town.id);
    await this.frame.send(request, reply, {
      lang,
      title: t('observers.title', { name: town.name }),
      description: t('observers.lead'),
      paths: { de: observersPath('de', slug), en: observersPath('en', slug) },
      moment: reading.moment,
      section: 'municipalities',
      hidden: !town.published,
      breadcrumbs: [...this.desk.crumbsOf(asked, town), { label: t('town.observers') }],
      children: <ObserversPage t={t} town={town} responsible={responsible} at={at} />,
    });
  }
}
