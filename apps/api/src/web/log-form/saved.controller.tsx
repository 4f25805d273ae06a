import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Past } from '@klimaspur/domain';
import { formatDay } from '@klimaspur/messages';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../auth/auth.guard.js';
import { WriteAnswer } from '../../commands/write-answer.js';
import type { FormError } from '../components/error-summary.js';
import { evidenceIn } from '../evidence/evidence-in.js';
import { EvidencePage } from './evidence.page.js';
import { type Typed, typedIn } from '../forms/typed.js';
import { entryPath, measurePath } from '../paths.js';
import { sharePath } from '../share/share-paths.js';
import { LogDesk, type About } from './log-desk.js';
import { entryParameter, logPath, logRoutes, type LogPage } from './log-paths.js';
import { SavedPage } from './saved.page.js';

/** The decider says what is missing. */
const nothingSaid = { kind: 'other', title: '' };

/** What can be done with an entry right after it was made: undo it, add evidence. */
@ApiExcludeController()
@Controller()
@SignedIn()
export class SavedController {
  constructor(
    private readonly desk: LogDesk,
    private readonly answer: WriteAnswer,
  ) {}

  @Get(logRoutes('saved'))
  async saved(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const about = await this.desk.about(request, id);
    const { t, lang, measure, history } = about;
    const entry = this.desk.entryOf(request, about);
    const recorded = history.find(({ id: one }) => one === entry)!;
    const isEvidence = recorded.type === 'EvidenceAdded';
    // Evidence has no day of its own: it is shown with what it is evidence of.
    const shown = isEvidence
      ? history.find(({ id: one }) => one === recorded.data['entry'])!
      : recorded;
    const on = shown.metadata.occurredOn;
    const done = isEvidence ? t('log.evidenceAdded') : t('log.saved');
    const voided = history.some(
      ({ type, data }) => type === 'EntryVoided' && data['entry'] === entry,
    );
    await this.desk.send(request, reply, about, 'saved', {
      title: voided ? t('log.undone.title') : done,
      children: (
        <SavedPage
          t={t}
          title={measure.title}
          words={this.desk.wordsOf(about, shown)}
          day={on === null ? t('date.unknown') : formatDay(on, lang)}
          entryHref={entryPath(lang, measure.municipality.slug, measure.id, shown.id)}
          done={done}
          {...(isEvidence ? { evidence: await this.desk.evidenceOf(recorded) } : {})}
          voided={voided}
          visible={measure.published}
          {...(!voided && this.isGoodNews(about, recorded)
            ? {
                shareHref: sharePath(
                  lang,
                  measurePath(lang, measure.municipality.slug, measure.id),
                ),
              }
            : {})}
          undoAction={this.path(about, 'undo', entry)}
          evidenceHref={this.path(about, 'evidence', shown.id)}
          measureHref={measurePath(lang, measure.municipality.slug, measure.id)}
          anotherHref={logPath(lang, measure.municipality.slug, measure.id, 'form')}
        />
      ),
    });
  }

  @Post(logRoutes('undo'))
  async undo(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const about = await this.desk.about(request, id);
    const entry = this.desk.entryOf(request, about);
    const text = { reason: about.t('log.undo.reason') };
    const { recorded } = await this.desk.say(about, 'void-entry', { entry, text });
    // Voided already, in another window: that is what was wanted.
    if (recorded) this.answer.remember(reply, recorded.position);
    return this.desk.goToSaved(reply, about, entry);
  }

  @Get(logRoutes('evidence'))
  async ask(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.showEvidence(request, reply, await this.desk.about(request, id), {}, []);
  }

  @Post(logRoutes('evidence'))
  async add(
    @Param('id') id: string,
    @Body() body: Typed | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const about = await this.desk.about(request, id);
    const entry = this.desk.entryOf(request, about);
    const { typed, errors } = await this.desk.filesOf(request, about, typedIn(body));
    if (errors.length > 0) return this.showEvidence(request, reply, about, typed, errors);
    const text = { evidence: [evidenceIn(typed) ?? nothingSaid] };
    const said = await this.desk.say(about, 'add-evidence', { entry, text });
    if (said.errors) return this.showEvidence(request, reply, about, typed, said.errors);
    this.answer.remember(reply, said.recorded.position);
    return this.desk.goToSaved(reply, about, said.recorded.events[0] ?? entry);
  }

  /** Adopted or finished, and for everybody to see. */
  private isGoodNews({ reading, measure }: About, { type, data }: Past): boolean {
    const adopts =
      type === 'MeasureDecided' && data['effect'] === 'ADOPTS' && data['final'] === true;
    return (
      (adopts || type === 'MeasureImplementationCompleted') &&
      reading.models.measure(measure.id, { ...reading.view, viewer: 'public' }) !== undefined
    );
  }

  private async showEvidence(
    request: FastifyRequest,
    reply: FastifyReply,
    about: About,
    typed: Typed,
    errors: readonly FormError[],
  ) {
    const entry = this.desk.entryOf(request, about);
    await this.desk.send(request, reply, about, 'evidence', {
      title: about.t('log.addEvidence'),
      errors,
      children: (
        <EvidencePage
          t={about.t}
          title={about.measure.title}
          action={this.path(about, 'evidence', entry)}
          typed={typed}
          errors={errors}
        />
      ),
    });
  }

  private path({ lang, measure }: About, page: LogPage, entry: string): string {
    const path = logPath(lang, measure.municipality.slug, measure.id, page);
    return `${path}?${entryParameter(lang)}=${entry}`;
  }
}
