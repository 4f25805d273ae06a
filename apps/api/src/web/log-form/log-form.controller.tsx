import { catalogue, effectiveDay } from '@klimaspur/domain';
import { newCommandId } from '@klimaspur/event-store';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../auth/auth.guard.js';
import { WriteAnswer } from '../../commands/write-answer.js';
import { readDate } from '../components/date-field-value.js';
import type { FormError } from '../components/error-summary.js';
import { type Typed, typedIn } from '../forms/typed.js';
import { type LogChoice, standingOn } from './log-choices.js';
import { LogDesk, type About } from './log-desk.js';
import { choiceGroups } from './log-form.js';
import { emptyForm, readLogForm, type LogFormValues } from './log-form-body.js';
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
    await this.show(request, reply, about, emptyForm(asOf, newCommandId()), []);
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
    const errors = [
      ...problems.map(({ field, key }) => ({ name: field, text: t(key) })),
      ...wrongFiles,
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
    const { t, lang, measure, history, reading } = about;
    const { asOf } = reading.view;
    const date = readDate(values.on);
    const state = standingOn(history, effectiveDay('problem' in date ? null : date.date, asOf));
    const may = ({ type }: LogChoice) => this.desk.may(about, catalogue[type].command);
    await this.desk.send(request, reply, about, 'form', {
      title: t('log.title'),
      refused: errors.length > 0,
      children: (
        <LogFormPage
          t={t}
          title={measure.title}
          status={measure.status}
          action={logPath(lang, measure.municipality.slug, measure.id, 'form')}
          today={asOf}
          values={values}
          errors={errors}
          groups={choiceGroups(t, state, reading.now, may)}
          organs={about.organs}
        />
      ),
    });
  }
}
