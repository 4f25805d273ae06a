import type { Category } from '@klimaspur/domain';
import type { Lang } from '@klimaspur/messages';
import { Vault } from '@klimaspur/vault';
import { HttpStatus, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import type { Crumb } from '../components/breadcrumbs.js';
import { townPath, workPath } from '../paths.js';
import type { AboutTown, AboutWork, Asked } from './asked.js';
import { FormDesk } from './form-desk.js';
import { FormFiles } from './form-files.js';
import type { FormState } from './form-fields.js';
import type { FormReader } from './form-reader.js';
import type { FormWish, Write } from './form-writer.js';
import type { SavedNotice } from './saved-notice.js';
import { type Typed, typedList } from './typed.js';

/** Where to go after saving, and what to say there. */
export interface Next {
  readonly path: string;
  readonly notice?: SavedNotice;
}

/** A page that is looked at by those who work. */
export interface PageView {
  readonly title: string;
  /** Language of the title, where it is the town's own text. */
  readonly titleLang?: 'de' | undefined;
  readonly path: (lang: Lang) => string;
  readonly crumbs: readonly Crumb[];
  /** The command that the viewer must be allowed to send; absent: any role in the town will do. */
  readonly right?: readonly [Category, string];
  readonly children: ComponentChildren;
}

/** A page with one form: what stands in it, who may send it, and what it does. */
export interface PageForm extends Omit<PageView, 'children'> {
  readonly right: readonly [Category, string];
  /** Where one came from, and goes without saving. */
  readonly back: string;
  /** What the form begins with. */
  readonly now?: Typed;
  /** It changes what stands there: sent as it began, it says nothing. */
  readonly edits?: true;
  /** Of what it replaces. */
  readonly revision?: number;
  /** What it comes to: what that lacks is named before the button is offered. */
  readonly ends?: FormWish;
  /** Reads all of the form, then writes. */
  readonly work: (write: Write, reader: FormReader, revision: number | undefined) => Promise<Next>;
  readonly children: (state: FormState, action: string) => ComponentChildren;
}

/** A page that is there, or is put together from what lies in the vault. */
export type Soon<P> = P | Promise<P>;

/** The town is absent where it is about the whole instance. */
type Make<P> = (
  asked: Asked,
) => Soon<{ readonly page: P; readonly town?: { readonly id: string } }>;

/** Shows pages with one form, and takes what is sent. */
@Injectable()
export class FormPages {
  constructor(
    private readonly desk: FormDesk,
    private readonly files: FormFiles,
    private readonly vault: Vault,
  ) {}

  /** For a page about the town that the address names. */
  ofTown<P>({ params }: FastifyRequest, make: (about: AboutWork) => Soon<P>): Make<P> {
    const { slug = '' } = params as Readonly<Record<string, string>>;
    return async (asked) => {
      const town = this.desk.townOf(asked, slug);
      return { town, page: await make({ ...asked, town, vault: this.vault }) };
    };
  }

  async look(request: FastifyRequest, reply: FastifyReply, make: Make<PageView>): Promise<void> {
    const asked = this.desk.asked(request);
    const { page } = await this.allowed(asked, make);
    if (await this.isElsewhere(request, reply, page.path(asked.lang))) return;
    await this.desk.show(request, reply, asked, page);
  }

  async open(request: FastifyRequest, reply: FastifyReply, make: Make<PageForm>): Promise<void> {
    const asked = this.desk.asked(request);
    const { page: form } = await this.allowed(asked, make);
    if (await this.isElsewhere(request, reply, form.path(asked.lang))) return;
    const missing = form.ends ? await this.desk.missing(asked, form.ends) : [];
    const state = { ...this.desk.fresh(form.now, form.revision), missing };
    await this.show(request, reply, asked, form, state);
  }

  async take(request: FastifyRequest, reply: FastifyReply, make: Make<PageForm>): Promise<void> {
    const asked = this.desk.asked(request);
    const { page: form, town } = await this.allowed(asked, make);
    const sent = this.desk.sent(asked, request.body);
    const { reader, revision } = sent;
    if (town) await this.files.intoReader(request, reader, asked, town);
    if (form.edits && isUnchanged(reader.typed, form.now ?? {})) {
      return this.desk.done(reply, undefined, form.back, 'unchanged');
    }
    const work = (write: Write) => form.work(write, reader, revision);
    const theirs = async () => (await make(asked)).page.now ?? {};
    const written = await this.desk.carryOut(asked, sent, work, theirs);
    if (written.refused) return this.show(request, reply, asked, form, written.refused);
    const { path, notice } = written.result;
    await this.desk.done(reply, written.position, path, notice);
  }

  private async allowed<P extends Pick<PageView, 'right'>>(asked: Asked, make: Make<P>) {
    const made = await make(asked);
    const { page, town } = made;
    if (page.right) this.desk.require(asked, ...page.right, town);
    else if (town) this.desk.requireAnyRole(asked, town);
    return made;
  }

  /** A town has one name in addresses; all others lead to it. */
  private async isElsewhere(
    request: FastifyRequest,
    reply: FastifyReply,
    address: string,
  ): Promise<boolean> {
    const [path, query] = request.url.split('?', 2);
    if (path === address) return false;
    const there = query === undefined ? address : `${address}?${query}`;
    await reply.redirect(there, HttpStatus.FOUND);
    return true;
  }

  private show(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: Asked,
    form: PageForm,
    state: FormState,
  ): Promise<void> {
    const { title, titleLang, path, crumbs } = form;
    const children = form.children(state, path(asked.lang));
    return this.desk.show(request, reply, asked, {
      title,
      titleLang,
      path,
      crumbs,
      state,
      children,
    });
  }
}

/** What comes with a form beside its fields. The button for more rows is no secret: it asks for something. */
const secret = /^(key|revision)$|\.shown$/;

/** Whether a form says nothing but what it began with. */
export const isUnchanged = (typed: Typed, now: Typed): boolean =>
  [...new Set([...Object.keys(typed), ...Object.keys(now)])]
    .filter((name) => !secret.test(name))
    .every((name) => said(typed, name) === said(now, name));

const said = (typed: Typed, name: string): string => typedList(typed, name).join('\n').trim();

/** The way to a page below „bearbeiten“ of a town. */
export const workCrumbs = (
  { lang, t, town }: AboutTown,
  ...more: readonly Crumb[]
): readonly Crumb[] => [
  { label: town.name, href: townPath(lang, town.slug) },
  { label: t('work.crumb'), href: workPath(lang, town.slug) },
  ...more,
];
