import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../auth/auth.guard.js';
import { Worlds } from '../../persistence/worlds.js';
import type { Asked } from '../forms/asked.js';
import { FormPages, type PageForm } from '../forms/form-pages.js';
import { beginPath, inBoth, workPath } from '../paths.js';
import { BeginPage } from './begin.page.js';
import { foundTown, readTown } from './found-town.js';

/** „Eigene Kommune beginnen“. An operator founds, and leads the town from then on. */
@ApiExcludeController()
@Controller()
@SignedIn()
export class BeginController {
  constructor(
    private readonly pages: FormPages,
    private readonly worlds: Worlds,
  ) {}

  @Get(inBoth(beginPath))
  ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.pages.open(request, reply, (asked) => ({ page: this.form(asked) }));
  }

  @Post(inBoth(beginPath))
  found(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.pages.take(request, reply, (asked) => ({ page: this.form(asked) }));
  }

  private form({ t, lang, viewer }: Asked): PageForm {
    return {
      title: t('begin.title'),
      path: beginPath,
      back: `/${lang}`,
      crumbs: [{ label: t('nav.start'), href: `/${lang}` }],
      right: ['municipality', 'found-municipality'],
      work: async (write, reader) => {
        const { id, position } = await foundTown(write, readTown(reader), viewer.person);
        return { path: workPath(lang, await this.slugOf(id, position)), notice: 'founded' };
      },
      children: (state, action) => <BeginPage t={t} state={state} action={action} />,
    };
  }

  /** The town may not be shown yet; under its id it is found, and led to its name. */
  private async slugOf(id: string, position: string): Promise<string> {
    const { readModels } = this.worlds.own;
    await readModels.waitUntil(position.split(':')[1] ?? '');
    const asOf = new Date().toISOString().slice(0, 10);
    const found = readModels.municipality(id, { asOf, viewer: { drafts: 'all' } });
    return found?.municipality.slug ?? id;
  }
}
