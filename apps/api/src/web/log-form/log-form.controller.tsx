import { catalogue } from '@klimaspur/domain';
import { formatDay } from '@klimaspur/messages';
import { newCommandId } from '@klimaspur/event-store';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../auth/auth.guard.js';
import { WriteAnswer } from '../../commands/write-answer.js';
import { readDate } from '../components/date-field-value.js';
import type { FormError } from '../components/error-summary.js';
import { type Typed, typedIn, typedText } from '../forms/typed.js';
import { choicesOfDay, type ChoicesOfDay } from './choices-of-day.js';
import { logChoice, type LogChoice } from './log-choices.js';
import { LogDesk, type About } from './log-desk.js';
import { askedForm, type LogFormValues, ORDER, readLogForm } from './log-form-body.js';
import { LogFormPage } from './log-form.page.js';
import { logPath, logRoutes } from './log-paths.js';

/** „Eintragen, was geschehen ist“. */
@ApiExcludeController()
@Controller()
@SignedIn()
export class LogFormController {
  constructor(
    private readonly desk: LogDesk,
    private readonly answer: WriteAnswer,
  ) {}

  @Get(logRoutes('form'))
  async ask(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const about = await this.desk.about(request, id);
    this.desk.requireAnyRole(about);
    const { asOf } = about.reading.view;
    await this.show(request, reply, about, askedForm(about.query, asOf, newCommandId()), []);
  }

  @Post(logRoutes('form'))
  async record(
    @Param('id') id: string,
    @Body() body: Typed | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const about = await this.desk.about(request, id);
    const { t } = about;
    const { typed, errors: wrongFiles } = await this.desk.filesOf(request, about, typedIn(body));
    const organs = new Map(about.organs.map((organ) => [organ.id, organ]));
    const { values, problems, entry } = readLogForm(typed, organs);
    if (typedText(typed, ORDER) !== '') return this.show(request, reply, about, values, []);
    const errors = [
      ...problems.map(({ field, key }) => ({ name: field, text: t(key) })),
      ...wrongFiles,
      ...this.surprises(about, values),
    ];
    if (!entry || errors.length > 0) return this.show(request, reply, about, values, errors);
    const { command } = catalogue[entry.choice.type];
    const said = await this.desk.say(about, command, entry.body, typed);
    if (said.errors) return this.show(request, reply, about, values, said.errors);
    const [recorded] = said.recorded.events;
    if (recorded === undefined) {
      return this.show(request, reply, about, values, [{ text: t('log.unchanged') }]);
    }
    this.answer.remember(reply, said.recorded.position);
    return this.desk.goToSaved(reply, about, recorded);
  }

  private async show(
    request: FastifyRequest,
    reply: FastifyReply,
    about: About,
    values: LogFormValues,
    errors: readonly FormError[],
  ) {
    const { t, lang, measure, reading } = about;
    await this.desk.send(request, reply, about, 'form', {
      title: t('log.title'),
      errors,
      children: (
        <LogFormPage
          t={t}
          title={measure.title}
          status={measure.status}
          action={logPath(lang, measure.municipality.slug, measure.id, 'form')}
          today={reading.view.asOf}
          values={values}
          errors={errors}
          offer={this.offer(about, values)}
          organs={about.organs}
          observers={about.observers}
        />
      ),
    });
  }

  /** What was chosen from the choices of another day, and does not fit the one that is meant: asked for once more. */
  private surprises(about: About, values: LogFormValues): readonly FormError[] {
    const { t, lang } = about;
    const { day, misfit } = this.offer(about, values);
    const choice = logChoice(values.what);
    const reason = choice && misfit(choice.code);
    const isNew = values.orderedFor !== '' && values.orderedFor !== day;
    if (!reason || !isNew || 'problem' in readDate(values.on)) return [];
    const said = { choice: t(choice.label), day: formatDay(day, lang), reason };
    return [{ name: 'what', text: t('log.problem.misfit', said) }];
  }

  private offer(about: About, { on }: LogFormValues): ChoicesOfDay {
    const { t, history, reading } = about;
    const { view, now } = reading;
    const may = ({ type }: LogChoice) => this.desk.may(about, catalogue[type].command);
    const read = readDate(on);
    const date = 'problem' in read ? null : read.date;
    return choicesOfDay({ t, history, today: view.asOf, now, may }, date);
  }
}
