import { catalogue, type EventType, type Issue, type Past, timeline } from '@klimaspur/domain';
import { newCommandId } from '@klimaspur/event-store';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../auth/auth.guard.js';
import { WriteAnswer } from '../../commands/write-answer.js';
import { Refusal } from '../../errors/refusal.js';
import { dateFieldOf, dateFieldValue, readDate } from '../components/date-field-value.js';
import type { FormError } from '../components/error-summary.js';
import { evidenceField, evidenceIn, evidenceTyped } from '../evidence/evidence-in.js';
import { type Typed, typedIn, typedText } from '../forms/typed.js';
import { type About, LogDesk } from '../log-form/log-desk.js';
import { entryParameter, logPath, logRoutes } from '../log-form/log-paths.js';
import { noticeParameter } from '../notices/notice-paths.js';
import { Notices } from '../notices/notices.js';
import { withQuery } from '../paths.js';
import { CorrectionPage, type CorrectionValues, VoidPage } from './correction.page.js';
import { isDueToNotice, noticeIn } from './due-to-notice.js';
import { correctedFrom, entryFields, nameOf, typedFrom } from './entry-fields.js';

/** An entry as it counts now, with what the form needs to know about it. */
interface Named {
  readonly id: string;
  readonly type: EventType;
  readonly data: Past['data'];
  readonly occurredOn: string | null;
}

/** Correct an entry of a measure, or take it back; both with a reason, both in sight for ever. */
@ApiExcludeController()
@Controller()
@SignedIn()
export class CorrectionsController {
  constructor(
    private readonly desk: LogDesk,
    private readonly answer: WriteAnswer,
    private readonly notices: Notices,
  ) {}

  @Get(logRoutes('correct'))
  async ask(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const about = await this.desk.about(request, id);
    const entry = this.named(request, about);
    const values = {
      on: dateFieldOf(entry.occurredOn),
      reason: '',
      typed: typedFrom(entryFields(entry.type), entry.data),
      key: newCommandId(),
      dueToNotice: noticeIn(request, about.lang) !== undefined,
      evidence: {},
    };
    await this.show(request, reply, about, { entry, values, errors: [] });
  }

  @Post(logRoutes('correct'))
  async correct(
    @Param('id') id: string,
    @Body() body: Typed | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const about = await this.desk.about(request, id);
    const entry = this.named(request, about);
    const fields = entryFields(entry.type);
    const { typed, errors: wrongFiles } = await this.desk.filesOf(request, about, typedIn(body));
    const said = (name: string) => typedText(typed, name);
    const values: CorrectionValues = {
      on: dateFieldValue(typed, 'on'),
      reason: said('reason'),
      typed: Object.fromEntries(fields.map(({ path }) => [path, said(nameOf(path))])),
      key: said('key'),
      dueToNotice: isDueToNotice(typed),
      evidence: evidenceTyped(typed),
    };
    const show = (errors: readonly FormError[]) =>
      this.show(request, reply, about, { entry, values, errors });
    const date = readDate(values.on);
    if ('problem' in date) return show([{ name: 'on', text: about.t(date.problem) }]);
    if (wrongFiles.length > 0) return show(wrongFiles);
    const corrected = correctedFrom(fields, entry.data, values.typed);
    const dated = date.date === entry.occurredOn ? corrected : withExactDay(corrected, entry.data);
    const { text, ...replacement } = withEvidence(dated, evidenceIn(typed));
    const correction = {
      occurredOn: date.date,
      entry: entry.id,
      replacement,
      ...(values.dueToNotice ? { dueToNotice: true } : {}),
      text: { reason: values.reason, ...(text ? { replacement: text } : {}) },
    };
    const { recorded, errors } = await this.desk.say(
      about,
      'correct-entry',
      correction,
      typed,
      fieldOfCorrection,
    );
    if (!recorded) return show(errors);
    this.answer.remember(reply, recorded.position);
    await this.settle(request, about, values.dueToNotice);
    return this.desk.goToEntry(reply, about, entry.id);
  }

  @Get(logRoutes('void'))
  async askVoid(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const about = await this.desk.about(request, id);
    const due = noticeIn(request, about.lang) !== undefined;
    await this.showVoid(request, reply, about, { reason: '', due, errors: [] });
  }

  @Post(logRoutes('void'))
  async void(
    @Param('id') id: string,
    @Body() body: Typed | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const about = await this.desk.about(request, id);
    const entry = this.desk.entryOf(request, about);
    const typed = typedIn(body);
    const [reason, due] = [typedText(typed, 'reason'), isDueToNotice(typed)];
    const { recorded, errors } = await this.desk.say(
      about,
      'void-entry',
      { entry, ...(due ? { dueToNotice: true } : {}), text: { reason } },
      typed,
      fieldOfCorrection,
    );
    if (!recorded) return this.showVoid(request, reply, about, { reason, due, errors });
    this.answer.remember(reply, recorded.position);
    await this.settle(request, about, due);
    return this.desk.goToEntry(reply, about, entry);
  }

  /** The notice that led here is dealt with, and says by whom. */
  private async settle(request: FastifyRequest, about: About, due: boolean): Promise<void> {
    const { lang, measure, viewer } = about;
    const notice = noticeIn(request, lang);
    if (due && notice) await this.notices.answer(measure.municipality.id, notice, viewer.person);
  }

  /** The entry that the address names, as it counts now; what cannot be corrected here is not there. */
  private named(request: FastifyRequest, about: About): Named {
    const id = this.desk.entryOf(request, about);
    const told = timeline(about.history).find((entry) => entry.id === id);
    if (!told || told.data['source'] !== undefined || !('command' in catalogue[told.type])) {
      throw new Refusal('measure/unknown');
    }
    return told;
  }

  private async show(
    request: FastifyRequest,
    reply: FastifyReply,
    about: About,
    {
      entry,
      values,
      errors,
    }: { entry: Named; values: CorrectionValues; errors: readonly FormError[] },
  ) {
    const { t } = about;
    await this.desk.send(request, reply, about, 'correct', {
      title: t('correct.title'),
      errors,
      children: (
        <CorrectionPage
          t={t}
          action={this.path(request, about, 'correct', entry.id)}
          entry={this.desk.wordsOf(about, entry)}
          type={entry.type}
          data={entry.data}
          fields={entryFields(entry.type)}
          organs={about.organs}
          today={about.reading.view.asOf}
          values={values}
          errors={errors}
        />
      ),
    });
  }

  private async showVoid(
    request: FastifyRequest,
    reply: FastifyReply,
    about: About,
    said: { reason: string; due: boolean; errors: readonly FormError[] },
  ) {
    const id = this.desk.entryOf(request, about);
    const entry = about.history.find((past) => past.id === id);
    await this.desk.send(request, reply, about, 'void', {
      title: about.t('void.title'),
      errors: said.errors,
      children: (
        <VoidPage
          t={about.t}
          action={this.path(request, about, 'void', id)}
          entry={entry ? this.desk.wordsOf(about, entry) : ''}
          reason={said.reason}
          dueToNotice={said.due}
          errors={said.errors}
        />
      ),
    });
  }

  private path(
    request: FastifyRequest,
    { lang, measure }: About,
    page: 'correct' | 'void',
    entry: string,
  ): string {
    return withQuery(logPath(lang, measure.municipality.slug, measure.id, page), {
      [entryParameter(lang)]: entry,
      [noticeParameter(lang)]: noticeIn(request, lang),
    });
  }
}

/** Whoever gives another day in place of the latest possible one gives the day itself. */
const withExactDay = (corrected: Past['data'], before: Past['data']): Past['data'] => {
  const { dayIsLatest, ...exact } = corrected;
  return dayIsLatest === true && before['dayIsLatest'] === true ? exact : corrected;
};

/** What proves the entry beside what is there already. */
const withEvidence = (data: Past['data'], added: object | undefined): Past['data'] => {
  if (!added) return data;
  const text = (data['text'] ?? {}) as { evidence?: readonly object[] };
  return { ...data, text: { ...text, evidence: [...(text.evidence ?? []), added] } };
};

/** `text.replacement.note` and `replacement.outcome` are the fields `text.note` and `outcome` of the form. */
const fieldOfCorrection = ({ path }: Pick<Issue, 'path'>): string => {
  if (path === 'occurredOn') return 'on';
  if (path === 'text.reason') return 'reason';
  const ofEvidence = evidenceField(path);
  if (ofEvidence !== undefined) return ofEvidence;
  return nameOf(path.replace(/^text\.replacement\./, 'text.').replace(/^replacement\./, ''));
};
