import { messages } from '@klimaspur/messages';
import { Vault } from '@klimaspur/vault';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isOperator } from '../../auth/rights.js';
import { languageOf } from '../../errors/language.js';
import { Refusal } from '../../errors/refusal.js';
import { Reader, type Reading } from '../../reading/reader.js';
import { PageFrame } from '../page-frame.js';
import { inBoth } from '../paths.js';
import { siteFormPath, siteKeyIn, siteKeys, sitePath, siteTitles } from './site-paths.js';
import { SiteTexts } from './site-texts.js';
import { SitePageView, type TownResponsible } from './site.page.js';

/** Impressum, Datenschutz, Barrierefreiheit, Leichte Sprache. */
@ApiExcludeController()
@Controller()
export class SiteController {
  constructor(
    private readonly texts: SiteTexts,
    private readonly reader: Reader,
    private readonly frame: PageFrame,
    private readonly vault: Vault,
  ) {}

  @Get(siteKeys.flatMap((key) => inBoth((lang) => sitePath(lang, key))))
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const page = siteKeyIn(request.url);
    if (!page) throw new Refusal('route/unknown');
    const lang = languageOf(request);
    const t = messages(lang);
    const reading = this.reader.today(request, lang);
    const text = await this.texts.shown(page, lang);
    const title = t(siteTitles[page]);
    await this.frame.send(request, reply, {
      lang,
      title,
      description: t(`site.lead.${page}`),
      paths: { de: sitePath('de', page), en: sitePath('en', page) },
      breadcrumbs: [{ label: t('nav.start'), href: `/${lang}` }, { label: title }],
      children: (
        <SitePageView
          t={t}
          page={page}
          text={text}
          {...(page === 'accessibility'
            ? { enforcement: (await this.texts.shown('enforcement', lang)) ?? null }
            : {})}
          towns={page === 'imprint' ? await this.responsible(reading) : []}
          {...(isOperator(request.viewer) ? { editHref: siteFormPath(lang, page) } : {})}
        />
      ),
    });
  }

  /** Of published towns only: of drafts nothing is public. */
  private async responsible({ models, view }: Reading): Promise<TownResponsible[]> {
    const { items } = models.municipalities({}, { ...view, viewer: 'public' });
    const persons = await this.vault.responsible(items.map(({ id }) => id));
    return items.flatMap(({ id, slug, name }) => {
      const person = persons.get(id);
      return person ? [{ slug, name, person }] : [];
    });
  }
}
