import { text } from '@klimaspur/domain';
import type { Lang } from '@klimaspur/messages';
import { type MeasureNote, Vault } from '@klimaspur/vault';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../auth/auth.guard.js';
import { Refusal } from '../../errors/refusal.js';
import { voidedMeasure } from '../../reading/voided-measure.js';
import { measureOf } from '../forms/about.js';
import type { AboutTown, Sent } from '../forms/asked.js';
import { errorsIn } from '../forms/errors-in.js';
import { FormDesk } from '../forms/form-desk.js';
import type { FormState } from '../forms/form-fields.js';
import { measureCrumbs } from '../measure-work/crumbs.js';
import { workRoutes } from '../paths.js';
import { notesPath } from './note-paths.js';
import { ChangeNotePage, DeleteNotePage, NOTE_MAX, NotesPage } from './notes.page.js';
import { mayChangeNote, shownNotes } from './shown-notes.js';

interface AboutMeasure extends AboutTown {
  readonly measure: { readonly id: string; readonly title: string };
}

interface AboutNote extends AboutMeasure {
  readonly note: MeasureNote;
}

const said = { text: text(NOTE_MAX) };
const routes = (...more: readonly string[]) => workRoutes('measures', ':id', 'notes', ...more);

/** „Interne Notizen“: written and read by those who have a role in the town, and by nobody else. */
@ApiExcludeController()
@Controller()
@SignedIn()
export class MeasureNotesController {
  constructor(
    private readonly desk: FormDesk,
    private readonly vault: Vault,
  ) {}

  @Get(routes())
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.showAll(request, reply, await this.about(request), this.desk.fresh());
  }

  @Post(routes())
  async write(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const about = await this.about(request);
    const { lang, town, measure, viewer } = about;
    const sent = this.desk.sent(about, request.body);
    const errors = errorsOf(sent, lang);
    if (errors.length > 0) return this.showAll(request, reply, about, refused(sent, errors));
    await this.vault.measureNotes.keep({
      ...{ id: sent.key, municipality: town.id, measure: measure.id, text: textOf(sent) },
      ...{ writtenAt: Date.now(), writtenBy: viewer.person },
    });
    return this.done(reply, about);
  }

  @Get(routes(':note'))
  async ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const about = await this.aboutNote(request);
    await this.showChange(
      request,
      reply,
      about,
      this.desk.fresh({ text: about.note.text }, revisionOf(about.note)),
    );
  }

  @Post(routes(':note'))
  async change(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const about = await this.aboutNote(request);
    const { lang, note, viewer } = about;
    const sent = this.desk.sent(about, request.body);
    const errors = errorsOf(sent, lang);
    if (errors.length > 0) return this.showChange(request, reply, about, refused(sent, errors));
    if (textOf(sent) === note.text) return this.done(reply, about, 'unchanged');
    if (sent.revision !== revisionOf(note)) {
      return this.showChange(request, reply, about, outrun(sent, note));
    }
    const change = { changedAt: Date.now(), changedBy: viewer.person };
    await this.vault.measureNotes.change(note.id, { text: textOf(sent), ...change });
    return this.done(reply, about);
  }

  @Get(routes(':note', 'delete'))
  async askDelete(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const about = await this.aboutNote(request);
    const state = this.desk.fresh();
    await this.show(request, reply, about, {
      title: about.t('internalNote.delete'),
      more: [about.note.id, 'delete'],
      state,
      children: <DeleteNotePage {...about} state={state} />,
    });
  }

  @Post(routes(':note', 'delete'))
  async delete(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const about = await this.aboutNote(request);
    await this.vault.measureNotes.delete(about.note.id);
    return this.done(reply, about, 'noteDeleted');
  }

  /** Whoever works on the town in any role. What was noted about a mistake can be deleted too. */
  private async about(request: FastifyRequest): Promise<AboutMeasure> {
    const { slug = '', id = '' } = request.params as Readonly<Record<string, string>>;
    const asked = this.desk.asked(request);
    const town = this.desk.townOf(asked, slug);
    this.desk.requireAnyRole(asked, town);
    const voided = await voidedMeasure(asked.reading, id);
    const isHere = voided?.municipality === town.id;
    return { ...asked, town, measure: isHere ? voided : measureOf({ ...asked, town }, id) };
  }

  private async aboutNote(request: FastifyRequest): Promise<AboutNote> {
    const about = await this.about(request);
    const { note: id = '' } = request.params as Readonly<Record<string, string>>;
    const note = await this.vault.measureNotes.one(id);
    const isHere = note?.measure === about.measure.id && note.municipality === about.town.id;
    if (!isHere) throw new Refusal('internal-note/unknown');
    if (!mayChangeNote(note, about)) throw new Refusal('auth/not-allowed');
    return { ...about, note };
  }

  private async showAll(
    request: FastifyRequest,
    reply: FastifyReply,
    about: AboutMeasure,
    state: FormState,
  ): Promise<void> {
    const { town, measure } = about;
    const notes = await shownNotes(this.vault, { town: town.id, measure: measure.id }, about);
    await this.show(request, reply, about, {
      title: about.t('internalNote.title'),
      more: [],
      state,
      children: <NotesPage {...about} notes={notes} state={state} />,
    });
  }

  private showChange(
    request: FastifyRequest,
    reply: FastifyReply,
    about: AboutNote,
    state: FormState,
  ): Promise<void> {
    return this.show(request, reply, about, {
      title: about.t('internalNote.change'),
      more: [about.note.id],
      state,
      children: <ChangeNotePage {...about} state={state} />,
    });
  }

  private show(
    request: FastifyRequest,
    reply: FastifyReply,
    about: AboutMeasure,
    page: {
      readonly title: string;
      readonly more: readonly string[];
      readonly state: FormState;
      readonly children: ReturnType<typeof NotesPage>;
    },
  ): Promise<void> {
    const { t, lang, town, measure } = about;
    const path = (other: Lang) => notesPath(other, town.slug, measure.id, ...page.more);
    const all = { label: t('internalNote.title'), href: notesPath(lang, town.slug, measure.id) };
    const crumbs = [...measureCrumbs(about, measure), ...(page.more.length > 0 ? [all] : [])];
    return this.desk.show(request, reply, about, { ...page, path, crumbs });
  }

  private done(
    reply: FastifyReply,
    { lang, town, measure }: AboutMeasure,
    notice: 'saved' | 'unchanged' | 'noteDeleted' = 'saved',
  ): Promise<void> {
    return this.desk.done(reply, undefined, notesPath(lang, town.slug, measure.id), notice);
  }
}

const textOf = ({ reader }: Sent): string => reader.text('text') ?? '';

const errorsOf = ({ reader }: Sent, lang: Lang) =>
  errorsIn(said, { text: reader.text('text') }, lang);

/** Notes have no stream: the moment they were last written stands for their revision. */
const revisionOf = ({ writtenAt, changedAt }: MeasureNote): number => changedAt ?? writtenAt;

/** Somebody else changed it meanwhile: both texts are shown. */
const outrun = ({ reader, key }: Sent, note: MeasureNote): FormState => ({
  ...{ typed: reader.typed, key, errors: [], status: 412 },
  ...{ revision: revisionOf(note), theirs: { text: note.text } },
});

const refused = ({ reader, key, revision }: Sent, errors: FormState['errors']): FormState => ({
  ...{ typed: reader.typed, key, errors, status: 400 },
  ...(revision === undefined ? {} : { revision }),
});
