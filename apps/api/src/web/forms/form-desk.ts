import type { Category } from '@klimaspur/domain';
import { isUuid, newCommandId } from '@klimaspur/event-store';
import { type Lang, messages } from '@klimaspur/messages';
import type { Municipality } from '@klimaspur/read-models';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import { worksOn } from '../../auth/rights.js';
import { WriteAnswer } from '../../commands/write-answer.js';
import { languageOf } from '../../errors/language.js';
import { Refusal } from '../../errors/refusal.js';
import { Reader } from '../../reading/reader.js';
import type { Crumb } from '../components/breadcrumbs.js';
import type { FormError } from '../components/error-summary.js';
import { PageFrame } from '../page-frame.js';
import type { Asked, Sent } from './asked.js';
import type { FormState } from './form-fields.js';
import { FormReader } from './form-reader.js';
import { type FormWish, FormWriter, type Work, type Written } from './form-writer.js';
import { mayIn } from './rights.js';
import { type SavedNotice, SavedNotices } from './saved-notice.js';
import { type Typed, typedIn, typedText } from './typed.js';

interface FormPage {
  readonly title: string;
  /** Language of the title, where it is the town's own text. */
  readonly titleLang?: 'de' | undefined;
  readonly path: (lang: Lang) => string;
  /** The way to the page, without itself. */
  readonly crumbs: readonly Crumb[];
  readonly state?: FormState;
  /** Which entry of the navigation it belongs to; most are about towns. */
  readonly section?: 'municipalities' | 'home';
  readonly children: ComponentChildren;
}

/** What all pages on which something is written have in common. */
@Injectable()
export class FormDesk {
  constructor(
    private readonly reader: Reader,
    private readonly frame: PageFrame,
    private readonly writer: FormWriter,
    private readonly answer: WriteAnswer,
    private readonly notices: SavedNotices,
  ) {}

  /** For routes that only the signed-in reach. */
  asked(request: FastifyRequest): Asked {
    const { viewer } = request;
    if (!viewer) throw new Refusal('auth/sign-in-needed');
    const lang = languageOf(request);
    const reading = this.reader.today(request, lang);
    return { lang, t: messages(lang), reading, viewer, query: request.query as Typed };
  }

  /** By slug, former slug or id; refused where the viewer may not even see it. */
  townOf({ reading: { models, view } }: Asked, idOrSlug: string): Municipality {
    const found = models.municipality(idOrSlug, view);
    if (!found) throw new Refusal('municipality/unknown');
    return found.municipality;
  }

  may(asked: Asked, category: Category, command: string, town?: { id: string }): boolean {
    return mayIn(asked, category, command, town);
  }

  /** Refuses before anybody fills in a form that could not be sent. */
  require(asked: Asked, category: Category, command: string, town?: { id: string }): void {
    if (this.may(asked, category, command, town)) return;
    throw new Refusal(town ? 'auth/not-allowed' : 'auth/operator-needed');
  }

  /** Refuses strangers to a town, though they may be at home in another. */
  requireAnyRole({ reading, viewer }: Asked, { id }: { id: string }): void {
    if (reading.world.name === 'example' || worksOn(viewer.roles, id)) return;
    throw new Refusal('auth/not-allowed');
  }

  /** A form nobody has sent yet. `revision`: of what it replaces. */
  fresh(typed: Typed = {}, revision?: number): FormState {
    return { typed, errors: [], key: newCommandId(), status: 200, revision };
  }

  sent({ t }: Asked, body: unknown): Sent {
    const typed = typedIn(body);
    const revision = /^\d{1,15}$/.exec(typedText(typed, 'revision'))?.[0];
    return {
      reader: new FormReader(typed, t),
      key: isUuid(typedText(typed, 'key')) ? typedText(typed, 'key') : newCommandId(),
      ...(revision === undefined ? {} : { revision: Number(revision) }),
    };
  }

  /**
   * Does what the form asks for. What is refused comes back as the form to show again, with everything typed.
   * `theirs`: what stands there now, in the fields of the form, asked for where somebody else was faster.
   */
  carryOut<T>(
    asked: Asked,
    sent: Sent,
    work: Work<T>,
    theirs?: () => Promise<Typed>,
  ): Promise<Written<T>> {
    return this.writer.carryOut(asked, sent, work, theirs);
  }

  /** What stands in the way of a form's last wish before anybody fills it in. */
  missing(asked: Asked, wish: FormWish): Promise<readonly FormError[]> {
    return this.writer.missing(asked, wish);
  }

  show(
    request: FastifyRequest,
    reply: FastifyReply,
    { lang, t }: Asked,
    { title, titleLang, path, crumbs, state, section = 'municipalities', children }: FormPage,
  ): Promise<void> {
    const status = state?.status ?? 200;
    return this.frame.send(request, reply, {
      lang,
      title,
      description: t('form.description'),
      paths: { de: path('de'), en: path('en') },
      section,
      hidden: true,
      refused: status >= 400,
      status,
      breadcrumbs: [...crumbs, { label: title, lang: titleLang }],
      children,
    });
  }

  /** After a write: the browser asks for a page anew, so that reloading it writes nothing. */
  async done(
    reply: FastifyReply,
    position: string | undefined,
    path: string,
    notice: SavedNotice = 'saved',
  ): Promise<void> {
    if (position !== undefined) this.answer.remember(reply, position);
    this.notices.leave(reply, notice);
    await reply.header('cache-control', 'no-store').redirect(path, 303);
  }
}
