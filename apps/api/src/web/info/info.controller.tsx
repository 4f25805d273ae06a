import { messages, type Translate } from '@klimaspur/messages';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Settings } from '@klimaspur/settings';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import { baseUrlOf } from '../../http/base-url.js';
import { languageOf } from '../../errors/language.js';
import { Checkpoints } from '../../proofs/checkpoints.js';
import { Reader } from '../../reading/reader.js';
import { SETTINGS } from '../../settings.module.js';
import { PageETag } from '../page-etag.js';
import { PageFrame } from '../page-frame.js';
import { ChecksumsPage } from './checksums.page.js';
import { DataPage } from './data.page.js';
import { infoPaths, infoRoutes, infoTitles, type InfoPage } from './info-paths.js';
import { MethodPage } from './method.page.js';
import { WhatIsPage } from './what-is.page.js';

/** Of the signed checkpoints; the API tells all. */
const SHOWN = 20;

/** Pages whose every word comes from the program itself. */
@ApiExcludeController()
@Controller()
export class InfoController {
  constructor(
    private readonly reader: Reader,
    private readonly frame: PageFrame,
    private readonly etag: PageETag,
    private readonly checkpoints: Checkpoints,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get(infoRoutes('whatIs'))
  whatIs(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.send(request, reply, 'whatIs', (t) => ({
      description: t('whatIs.lead'),
      children: <WhatIsPage t={t} />,
    }));
  }

  @Get(infoRoutes('method'))
  method(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.send(request, reply, 'method', (t) => ({
      description: t('method.lead'),
      children: <MethodPage t={t} />,
    }));
  }

  @Get(infoRoutes('data'))
  data(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const baseUrl = baseUrlOf(this.settings, request);
    return this.send(request, reply, 'data', (t, today) => ({
      description: t('data.lead'),
      children: <DataPage t={t} baseUrl={baseUrl} today={today} />,
    }));
  }

  /** Anew each time: what was signed is not part of the log. */
  @Get(infoRoutes('checksums'))
  async checksums(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const lang = languageOf(request);
    const t = messages(lang);
    const { items, total } = await this.checkpoints.list(SHOWN);
    const { newest, refused } = this.checkpoints.sealOf();
    await this.show(request, reply, 'checksums', {
      description: t('checksums.lead'),
      children: <ChecksumsPage {...{ t, newest, refused, items, total }} />,
    });
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    page: InfoPage,
    content: (
      t: Translate,
      today: string,
    ) => { readonly description: string; readonly children: ComponentChildren },
  ) {
    const lang = languageOf(request);
    const t = messages(lang);
    const reading = this.reader.of(request, lang);
    if (this.etag.unchanged(request, reply, reading)) return;
    await this.show(request, reply, page, content(t, reading.view.asOf));
  }

  private async show(
    request: FastifyRequest,
    reply: FastifyReply,
    page: InfoPage,
    content: { readonly description: string; readonly children: ComponentChildren },
  ) {
    const lang = languageOf(request);
    const t = messages(lang);
    const title = t(infoTitles[page]);
    await this.frame.send(request, reply, {
      lang,
      title,
      paths: infoPaths[page],
      breadcrumbs: [{ label: t('nav.start'), href: `/${lang}` }, { label: title }],
      ...content,
    });
  }
}
