import { isUuid } from '@klimaspur/domain';
import { categoryOf, idOf } from '@klimaspur/event-store';
import { streamHistory } from '@klimaspur/read-models';
import { Controller, Get, HttpStatus, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../auth/auth.guard.js';
import { LinkHealth } from '../../links/link-health.js';
import { pastOf } from '../../reading/past.js';
import type { AboutTown } from '../forms/asked.js';
import { FormDesk } from '../forms/form-desk.js';
import { FormPages, workCrumbs } from '../forms/form-pages.js';
import { workPath, workRoutes } from '../paths.js';
import { brokenLink, isMendable } from './broken-links.js';
import { BrokenLinksPage } from './broken-links.page.js';
import { mendForm, type ToMend } from './mend-link.form.js';

/** Links that no longer lead anywhere: a list that is worked off. */
@ApiExcludeController()
@Controller()
@SignedIn()
export class BrokenLinksController {
  constructor(
    private readonly desk: FormDesk,
    private readonly pages: FormPages,
    private readonly links: LinkHealth,
  ) {}

  @Get(workRoutes('links'))
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const about = this.about(request);
    const { t, town, reading } = about;
    const places = await this.links.brokenIn(reading, town.id);
    const found = await Promise.all(places.map((place) => brokenLink(about, place)));
    const links = found
      .filter((link) => link !== undefined)
      .map(({ mend, ...link }) =>
        mend && this.desk.may(about, ...mend.right, town) ? { ...link, mend } : link,
      );
    await this.pages.look(
      request,
      reply,
      this.pages.ofTown(request, () => ({
        title: t('links.title'),
        path: (other) => workPath(other, town.slug, 'links'),
        crumbs: workCrumbs(about),
        children: (
          <BrokenLinksPage t={t} town={town} links={links} watched={this.links.watches(reading)} />
        ),
      })),
    );
  }

  @Get(workRoutes('links', ':stream', ':entry'))
  ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.withForm(request, reply, 'open');
  }

  @Post(workRoutes('links', ':stream', ':entry'))
  mend(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.withForm(request, reply, 'take');
  }

  /** Where nothing is to be mended any more, the list says so. */
  private async withForm(request: FastifyRequest, reply: FastifyReply, step: 'open' | 'take') {
    const { stream = '', entry = '' } = request.params as Readonly<Record<string, string>>;
    const about = this.about(request);
    const mending = await this.toMend(about, stream, entry);
    if (!mending) return reply.redirect(listOf(about), HttpStatus.SEE_OTHER);
    const make = this.pages.ofTown(request, (about) => mendForm(about, mending));
    await this.pages[step](request, reply, make);
  }

  private about(request: FastifyRequest): AboutTown {
    const asked = this.desk.asked(request);
    const { slug = '' } = request.params as Readonly<Record<string, string>>;
    const town = this.desk.townOf(asked, slug);
    this.desk.requireAnyRole(asked, town);
    return { ...asked, town };
  }

  /** Undefined for what is not of this town, or has no broken link any more. */
  private async toMend(
    about: AboutTown,
    stream: string,
    entry: string,
  ): Promise<ToMend | undefined> {
    const { reading, town } = about;
    const [category, id] = [categoryOf(stream), idOf(stream)];
    if (!isMendable(category) || !isUuid(id)) return undefined;
    const history = streamHistory(await pastOf(reading, category, id), reading.view);
    const broken = history
      .find((one) => one.id === entry)
      ?.evidence.flatMap(({ url, ...more }) =>
        url !== undefined && this.links.since(url) ? [{ ...more, url }] : [],
      );
    const place = (await this.links.brokenIn(reading, town.id)).find(
      (one) => one.stream === stream && one.entry === entry,
    );
    const named = place && (await brokenLink(about, place));
    if (!broken?.length || !named) return undefined;
    return { category, id, stream, entry, broken, name: named.name };
  }
}

const listOf = ({ lang, town }: AboutTown): string => workPath(lang, town.slug, 'links');
