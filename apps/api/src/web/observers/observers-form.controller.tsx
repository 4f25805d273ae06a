import type { Municipality } from '@klimaspur/read-models';
import type { ResponsiblePerson } from '@klimaspur/vault';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../auth/auth.guard.js';
import { fieldProblemOf } from '../../errors/problem.js';
import type { Asked } from '../forms/asked.js';
import { FormDesk } from '../forms/form-desk.js';
import type { FormState } from '../forms/form-fields.js';
import type { FormReader } from '../forms/form-reader.js';
import type { Typed } from '../forms/typed.js';
import { usualLicence } from '../info/licences.js';
import { inBoth, observersPath, townPath, townsPath } from '../paths.js';
import { observersFormPath } from './observers-form-path.js';
import { ObserversFormPage } from './observers-form.page.js';
import { ResponsiblePersons, type SaidResponsible } from './responsible-persons.js';

const routes = inBoth((lang) => observersFormPath(lang, ':slug'));
const texts = [
  ...['name', 'teaser', 'description', 'contact', 'website'],
  ...['sources', 'method', 'supporters'],
] as const;

/** „Wer beobachtet hier?“, to be written: the group into the log, the responsible person into the vault. */
@ApiExcludeController()
@Controller()
@SignedIn()
export class ObserversFormController {
  constructor(
    private readonly desk: FormDesk,
    private readonly persons: ResponsiblePersons,
  ) {}

  @Get(routes)
  async ask(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const town = this.townOf(asked, slug);
    const typed = { ...typedFrom(town), ...typedOf(await this.persons.of(town.id)) };
    const state = this.desk.fresh(typed, town.revision);
    await this.show(request, reply, asked, town, state);
  }

  @Post(routes)
  async save(
    @Param('slug') slug: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const town = this.townOf(asked, slug);
    const sent = this.desk.sent(asked, body);
    const responsible = responsibleIn(sent.reader);
    for (const issue of this.persons.issuesOf(responsible)) {
      const name = `responsible${issue.path.charAt(0).toUpperCase()}${issue.path.slice(1)}`;
      sent.reader.errors.push({ name, text: fieldProblemOf(issue, asked.lang).detail });
    }
    const written = await this.desk.carryOut(
      asked,
      sent,
      async (write) => {
        if (!says(sent.reader, town)) return;
        const { revision } = sent;
        const about = { category: 'municipality', id: town.id } as const;
        const body = observersIn(sent.reader, town);
        await write({ ...about, command: 'describe-observers', body, revision });
      },
      (again) => typedFrom(this.desk.townOf(again, town.id)),
    );
    if (written.refused) return this.show(request, reply, asked, town, written.refused);
    await this.persons.keep(town.id, responsible);
    return this.desk.done(reply, written.position, observersPath(asked.lang, town.slug));
  }

  private townOf(asked: Asked, slug: string): Municipality {
    const town = this.desk.townOf(asked, slug);
    this.desk.require(asked, 'municipality', 'describe-observers', town);
    return town;
  }

  private show(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: Asked,
    town: Municipality,
    state: FormState,
  ): Promise<void> {
    const { t, lang } = asked;
    return this.desk.show(request, reply, asked, {
      title: t('town.observers'),
      path: (other) => observersFormPath(other, town.slug),
      crumbs: [
        { label: t('nav.municipalities'), href: townsPath(lang) },
        { label: town.name, href: townPath(lang, town.slug) },
      ],
      state,
      children: (
        <ObserversFormPage
          t={t}
          action={observersFormPath(lang, town.slug)}
          cancelHref={observersPath(lang, town.slug)}
          state={state}
        />
      ),
    });
  }
}

const typedFrom = ({ observers }: Municipality): Typed => ({
  ...Object.fromEntries(texts.map((name) => [name, (observers as Typed | null)?.[name] ?? ''])),
  relation: observers?.relation ?? '',
  licence: observers?.licence ?? usualLicence,
});

const typedOf = (person: ResponsiblePerson | undefined): Typed => ({
  responsibleName: person?.name ?? '',
  responsibleAddress: person?.address ?? '',
  responsibleEmail: person?.email ?? '',
});

const responsibleIn = (reader: FormReader): SaidResponsible => ({
  name: reader.text('responsibleName'),
  address: reader.text('responsibleAddress'),
  email: reader.text('responsibleEmail'),
});

/** False where only the responsible person changed: the log has nothing to learn then. */
const says = (reader: FormReader, town: Municipality): boolean =>
  town.observers === null ||
  Object.entries(typedFrom(town)).some(([name, value]) => (reader.text(name) ?? '') !== value);

/** Replaces all that was said; the picture, which the form does not show, is said again. */
const observersIn = (reader: FormReader, { observers }: Municipality) => {
  const logo = observers?.logo;
  return {
    relation: reader.text('relation'),
    licence: reader.text('licence'),
    ...(logo ? { logo: logo.sha256 } : {}),
    text: {
      ...Object.fromEntries(texts.map((name) => [name, reader.text(name)])),
      ...(logo ? { logo: { mediaType: logo.mediaType, bytes: logo.bytes, alt: logo.alt } } : {}),
    },
  };
};
