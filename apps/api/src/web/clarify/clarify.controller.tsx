import { abandonReasons, type Category } from '@klimaspur/domain';
import type { MeasureDetail, Municipality } from '@klimaspur/read-models';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../auth/auth.guard.js';
import { measureOf } from '../forms/about.js';
import type { Asked } from '../forms/asked.js';
import { FormDesk } from '../forms/form-desk.js';
import type { FormState } from '../forms/form-fields.js';
import { inBoth, townPath } from '../paths.js';
import { clarifyPath } from './clarify-paths.js';
import { Clarifying } from './clarifying.js';
import { ClarifyPage } from './clarify.page.js';
import {
  type AbandonReason,
  goneAnswers,
  lateAnswers,
  type Question,
  type Saying,
  sayingsOf,
  sayingsOfGone,
  sayingsOfTakenBack,
  settle,
  stateAnswers,
  takenBackAnswers,
} from './questions.js';

const PER_PAGE = 50;

/** „Nach dem Import zu klären“, and everything else that looks odd: a list that is worked off. */
@ApiExcludeController()
@Controller()
@SignedIn()
export class ClarifyController {
  constructor(
    private readonly desk: FormDesk,
    private readonly clarifying: Clarifying,
  ) {}

  @Get(inBoth((lang) => clarifyPath(lang, ':slug')))
  async ask(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const town = this.desk.townOf(asked, slug);
    this.desk.require(asked, 'measure', 'settle-finding', town);
    await this.show(request, reply, asked, town, this.desk.fresh());
  }

  @Post(inBoth((lang) => clarifyPath(lang, ':slug')))
  async answer(
    @Param('slug') slug: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const town = this.desk.townOf(asked, slug);
    const sent = this.desk.sent(asked, body);
    const measure = measureOf({ ...asked, town }, sent.reader.text('measure') ?? '');
    const questions = (await this.clarifying.questions(asked.reading, town.id)).of(measure);
    const said = sent.reader.text('answer');
    const entry = sent.reader.text('entry');
    const reason = abandonReasons.find((known) => known === sent.reader.text('reason'));
    const sayings = this.sayings(asked, measure, questions, entry, said, reason);
    const written = await this.desk.carryOut(asked, sent, async (write) => {
      for (const { plan, ...saying } of sayings) {
        const to = plan === undefined ? ['measure', measure.id] : ['plan', plan];
        await write({ category: to[0] as Category, id: to[1]!, ...saying });
      }
    });
    if (!written.refused && said === 'goes-on') await this.clarifying.goesOn(town.id, measure.id);
    if (!written.refused && said === 'keep-state') {
      await this.clarifying.keepState(town.id, measure.id);
    }
    if (written.refused) return this.show(request, reply, asked, town, written.refused);
    // Answered already, in another window: that is what was wanted.
    return this.desk.done(reply, written.position, clarifyPath(asked.lang, town.slug));
  }

  private sayings(
    { t }: Asked,
    measure: MeasureDetail,
    asked: readonly Question[],
    entry: string | undefined,
    answer = '',
    reason: AbandonReason = 'UNKNOWN',
  ): readonly Saying[] {
    const questions = asked.filter((question) => question.entry === (entry ?? ''));
    const late = lateAnswers.find((known) => known === answer);
    if (late && questions.some(({ kind }) => kind === 'late-or-missing')) {
      return sayingsOf(late, t('clarify.note'));
    }
    const state = stateAnswers.find((known) => known === answer);
    if (state && questions.some(({ kind }) => kind === 'unread-state')) {
      return sayingsOf(state, t('clarify.note'), reason);
    }
    const gone = goneAnswers.find((known) => known === answer);
    const missing = questions.find((question) => question.kind === 'gone');
    if (gone && missing) return sayingsOfGone(gone, missing, measure.id, t('clarify.note'));
    const takenBack = questions.find((question) => question.kind === 'state-taken-back');
    const decided = takenBackAnswers.find((known) => known === answer);
    if (decided && takenBack) {
      return sayingsOfTakenBack(decided, takenBack, t('clarify.takenBack.reason'));
    }
    const odd = questions.find(
      (question) => question.kind === 'finding' && `settle ${question.finding}` === answer,
    );
    return odd?.kind === 'finding' ? [settle(odd)] : [];
  }

  private async show(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: Asked,
    town: Municipality,
    state: FormState,
  ) {
    const { t, lang, reading } = asked;
    const filter = { municipality: town.id, toBeClarified: true, limit: PER_PAGE };
    const { items, total } = reading.models.measures(filter, reading.view);
    const found = items.flatMap(({ id }) => reading.models.measure(id, reading.view) ?? []);
    const questions = await this.clarifying.questions(reading, town.id);
    const measures = [...found, ...questions.ofLists]
      .slice(0, PER_PAGE)
      .map((measure) => ({ measure, questions: questions.of(measure) }));
    await this.desk.show(request, reply, asked, {
      title: t('clarify.title'),
      path: (other) => clarifyPath(other, town.slug),
      crumbs: [{ label: town.name, href: townPath(lang, town.slug) }],
      state,
      children: (
        <ClarifyPage
          t={t}
          town={town}
          measures={measures}
          total={total + questions.ofLists.length}
          action={clarifyPath(lang, town.slug)}
          state={state}
        />
      ),
    });
  }
}
