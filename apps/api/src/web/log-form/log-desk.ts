import { type EventType, type Issue, type Past, timeline } from '@klimaspur/domain';
import { streamName } from '@klimaspur/event-store';
import type { Lang } from '@klimaspur/messages';
import type { HistoryEntry, MeasureDetail, OrganItem } from '@klimaspur/read-models';
import { Vault } from '@klimaspur/vault';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import type { Recorded } from '../../commands/record-entry.command.js';
import { Refusal } from '../../errors/refusal.js';
import { measureIn } from '../../reading/measure-in.js';
import { organNames, type OrganNames } from '../../reading/organ-names.js';
import type { FormError } from '../components/error-summary.js';
import type { Evidence } from '../components/evidence-list.js';
import { filesNamed, shownEvidence } from '../evidence/shown-evidence.js';
import type { Asked } from '../forms/asked.js';
import { statusOf } from '../forms/errors-in.js';
import { FormDesk } from '../forms/form-desk.js';
import { FormFiles } from '../forms/form-files.js';
import type { Typed } from '../forms/typed.js';
import { PageFrame } from '../page-frame.js';
import { entryPath, measurePath, townPath } from '../paths.js';
import { sourceOf } from '../town/town-parts.js';
import { entryTitle } from '../words/entry-words.js';
import { fieldOf as logFieldOf } from './log-form-body.js';
import { entryParameter, logPath, type LogPage } from './log-paths.js';

/** The measure a request is about, with all that is needed to write about it. */
export interface About extends Asked {
  readonly measure: MeasureDetail;
  readonly history: readonly Past[];
  readonly organs: readonly OrganItem[];
  /** Who assesses, where nobody else is named. */
  readonly observers: string;
  readonly organName: OrganNames;
}

export type Said =
  | { readonly recorded: Recorded; readonly errors?: undefined }
  | { readonly recorded?: undefined; readonly errors: readonly FormError[] };

/** What all pages on which something is logged have in common. */
@Injectable()
export class LogDesk {
  constructor(
    private readonly forms: FormDesk,
    private readonly files: FormFiles,
    private readonly frame: PageFrame,
    private readonly vault: Vault,
  ) {}

  async about(request: FastifyRequest, id: string): Promise<About> {
    const asked = this.forms.asked(request);
    const { reading } = asked;
    const measure = measureIn(reading, id);
    const history = await reading.world.store.readStream(streamName('measure', id));
    const town = reading.models.municipality(measure.municipality.id, reading.view);
    const { organs = [], observers = null } = town?.municipality ?? {};
    const organName = await organNames(reading, organs);
    return {
      ...asked,
      measure,
      history: history as unknown as Past[],
      organs,
      organName,
      observers: sourceOf({ t: asked.t, town: { observers } }),
    };
  }

  /** Whether the viewer may send such a command about this measure. */
  may(about: About, command: string): boolean {
    return this.forms.may(about, 'measure', command, about.measure.municipality);
  }

  /** Refuses before anybody fills in a form that could not be sent. */
  requireAnyRole(about: About): void {
    this.forms.requireAnyRole(about, about.measure.municipality);
  }

  /** The entry that the address names. */
  entryOf(request: FastifyRequest, { lang, history }: About): string {
    const entry = (request.query as Typed)[entryParameter(lang)];
    const found = history.find(({ id }) => id === entry);
    if (!found) throw new Refusal('measure/unknown');
    return found.id;
  }

  /** What an entry says, in plain words. */
  wordsOf(about: About, { id, type, data }: Pick<Past, 'id' | 'type' | 'data'>): string {
    const { t, history, organName, reading } = about;
    const day = timeline(history).find((told) => told.id === id)?.effectiveOn ?? reading.view.asOf;
    const context = { t, organName: (id: string) => organName(id, day) };
    return entryTitle({ type: type as EventType, data }, context);
  }

  /** The evidence that an entry brings. */
  async evidenceOf({ data }: Past): Promise<readonly Evidence[]> {
    const { evidence = [] } = (data['text'] ?? {}) as Pick<HistoryEntry, 'evidence'>;
    return shownEvidence(evidence, await filesNamed(this.vault, evidence));
  }

  /** What was typed, with the files that came along, for the town of the measure. */
  filesOf(request: FastifyRequest, { viewer, lang, measure }: About, typed: Typed) {
    const by = { person: viewer.person, municipality: measure.municipality.id };
    return this.files.take(request, typed, by, lang);
  }

  /** Sends a command about the measure; what the domain refuses comes back as errors of the form. */
  async say(
    about: About,
    command: string,
    body: object,
    typed: Typed = {},
    nameOf: (issue: Pick<Issue, 'path'>) => string = logFieldOf,
  ): Promise<Said> {
    const { id } = about.measure;
    const fieldOf = (path: string) => nameOf({ path });
    const written = await this.forms.carryOut(about, this.forms.sent(about, typed), (write) =>
      write({ category: 'measure', command, id, body, fieldOf }),
    );
    return written.refused ? { errors: written.refused.errors } : { recorded: written.result };
  }

  send(
    request: FastifyRequest,
    reply: FastifyReply,
    { lang, t, measure }: About,
    page: LogPage,
    content: { title: string; errors?: readonly FormError[]; children: ComponentChildren },
  ): Promise<void> {
    const { slug, name } = measure.municipality;
    const status = statusOf(content.errors ?? []);
    const entry = (request.query as Record<string, string>)[entryParameter(lang)];
    const pathIn = (other: Lang) => {
      const path = logPath(other, slug, measure.id, page);
      return entry === undefined ? path : `${path}?${entryParameter(other)}=${entry}`;
    };
    return this.frame.send(request, reply, {
      lang,
      title: content.title,
      description: t('log.intro'),
      paths: { de: pathIn('de'), en: pathIn('en') },
      section: 'municipalities',
      hidden: true,
      refused: status >= 400,
      status,
      breadcrumbs: [
        { label: name, href: townPath(lang, slug) },
        { label: measure.title, lang: 'de', href: measurePath(lang, slug, measure.id) },
        { label: content.title },
      ],
      children: content.children,
    });
  }

  /** After a correction: to where the entry stands, with what became of it. */
  async goToEntry(reply: FastifyReply, { lang, measure }: About, entry: string): Promise<void> {
    const path = entryPath(lang, measure.municipality.slug, measure.id, entry);
    await reply.header('cache-control', 'no-store').redirect(path, 303);
  }

  /** After a write: the browser asks for a page anew, so that reloading it writes nothing. */
  async goToSaved(reply: FastifyReply, { lang, measure }: About, entry: string): Promise<void> {
    const path = logPath(lang, measure.municipality.slug, measure.id, 'saved');
    await reply
      .header('cache-control', 'no-store')
      .redirect(`${path}?${entryParameter(lang)}=${entry}`, 303);
  }
}
