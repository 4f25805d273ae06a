import { DomainError, isUuid, type Issue, type Past } from '@klimaspur/domain';
import { normalize, streamName, type Json } from '@klimaspur/event-store';
import { type Lang, messages, type Translate } from '@klimaspur/messages';
import type { MeasureDetail, OrganItem } from '@klimaspur/read-models';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import type { Viewer } from '../../auth/viewer.js';
import { doorTo } from '../../commands/doors.js';
import { RecordEntry, type EntryBody, type Recorded } from '../../commands/record-entry.command.js';
import { languageOf } from '../../errors/language.js';
import { fieldProblemOf } from '../../errors/problem.js';
import { Refusal } from '../../errors/refusal.js';
import { Reader, type Reading } from '../../reading/reader.js';
import type { FormError } from '../components/error-summary.js';
import { PageFrame } from '../page-frame.js';
import { entryPath } from '../paths.js';
import { fieldOf } from './log-form-body.js';
import { entryParameter, logPath, measurePath, type LogPage } from './log-paths.js';

/** The measure a request is about, with all that is needed to write about it. */
export interface About {
  readonly lang: Lang;
  readonly t: Translate;
  readonly reading: Reading;
  readonly measure: MeasureDetail;
  readonly history: readonly Past[];
}

export type FormBody = Readonly<Record<string, unknown>>;

export type Said =
  | { readonly recorded: Recorded; readonly errors?: undefined }
  | { readonly recorded?: undefined; readonly errors: readonly FormError[] };

/** What all pages on which something is logged have in common. */
@Injectable()
export class LogDesk {
  constructor(
    private readonly reader: Reader,
    private readonly frame: PageFrame,
    private readonly commands: CommandBus,
  ) {}

  async about(request: FastifyRequest, id: string): Promise<About> {
    const lang = languageOf(request);
    const reading = this.reader.of(request, lang);
    const measure = isUuid(id) ? reading.models.measure(id, reading.view) : undefined;
    if (!measure) throw new Refusal('measure/unknown');
    const history = await reading.world.store.readStream(streamName('measure', id));
    return { lang, t: messages(lang), reading, measure, history: history as unknown as Past[] };
  }

  organsOf({ reading, measure }: About): readonly OrganItem[] {
    const found = reading.models.municipality(measure.municipality.id, reading.view);
    return found?.municipality.organs ?? [];
  }

  /** The entry that the address names. */
  entryOf(request: FastifyRequest, { lang, history }: About): string {
    const entry = (request.query as FormBody)[entryParameter(lang)];
    const found = history.find(({ id }) => id === entry);
    if (!found) throw new Refusal('measure/unknown');
    return found.id;
  }

  /** Sends a command about the measure; what the domain refuses comes back as errors of the form. */
  async say(
    { measure, lang }: About,
    command: string,
    body: object,
    viewer: Viewer,
    key?: string,
    nameOf: (issue: Pick<Issue, 'path'>) => string = fieldOf,
  ): Promise<Said> {
    const options = key !== undefined && isUuid(key) ? { key } : {};
    const door = doorTo('measure', command);
    try {
      const recorded = await this.commands.execute<RecordEntry, Recorded>(
        new RecordEntry(door, measure.id, body as EntryBody, viewer, options),
      );
      return { recorded };
    } catch (error) {
      if (!(error instanceof DomainError) || error.issues.length === 0) throw error;
      const errors = error.issues.map((issue) => ({
        name: nameOf(issue),
        text: fieldProblemOf(issue, lang).detail,
      }));
      return { errors };
    }
  }

  send(
    request: FastifyRequest,
    reply: FastifyReply,
    { lang, t, measure }: About,
    page: LogPage,
    content: { title: string; refused?: boolean; children: ComponentChildren },
  ): Promise<void> {
    const { slug, name } = measure.municipality;
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
      refused: content.refused ?? false,
      status: content.refused ? 400 : 200,
      breadcrumbs: [
        { label: name, href: `/${lang}/${lang === 'de' ? 'kommunen' : 'municipalities'}/${slug}` },
        { label: measure.title, href: measurePath(lang, slug, measure.id) },
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

/** One spelling for each letter, as for every body. */
export const typedIn = (body: FormBody | undefined): FormBody =>
  normalize((body ?? {}) as Json) as FormBody;
