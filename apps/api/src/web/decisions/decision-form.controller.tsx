import { newCommandId } from '@klimaspur/event-store';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { MeasureItem, Municipality } from '@klimaspur/read-models';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../auth/auth.guard.js';
import { Refusal } from '../../errors/refusal.js';
import { type DecisionDetail, GetDecision } from '../../queries/get-decision.query.js';
import type { Choice, ChoiceGroup } from '../components/choices.js';
import type { Asked } from '../forms/asked.js';
import { FormDesk } from '../forms/form-desk.js';
import { FormFiles } from '../forms/form-files.js';
import type { FormState } from '../forms/form-fields.js';
import { decisionPath, decisionsPath, inBoth, townPath } from '../paths.js';
import { fieldPathName } from '../words/field-names.js';
import { VoidPage } from '../corrections/correction.page.js';
import { decisionAsTyped, fieldOfDecision, readDecision } from './decision-form.js';
import { DecisionFormPage } from './decision-form.page.js';
import { changePath, newDecisionPath } from './decision-paths.js';

/** Record a vote once for all the measures it concerns; correct it, or take it back, at its source. */
@ApiExcludeController()
@Controller()
@SignedIn()
export class DecisionFormController {
  constructor(
    private readonly desk: FormDesk,
    private readonly files: FormFiles,
    private readonly bus: QueryBus,
  ) {}

  @Get(inBoth((lang) => newDecisionPath(lang, ':slug')))
  async ask(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const town = this.desk.townOf(asked, slug);
    this.desk.require(asked, 'decision', 'record-decision', town);
    const typed = { on: asked.reading.view.asOf };
    await this.show(request, reply, asked, { town, state: this.desk.fresh(typed) });
  }

  @Post(inBoth((lang) => newDecisionPath(lang, ':slug')))
  async record(
    @Param('slug') slug: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const town = this.desk.townOf(asked, slug);
    const sent = this.desk.sent(asked, body);
    await this.files.intoReader(request, sent.reader, asked, town);
    const read = readDecision(sent.reader, {
      ...{ municipality: town.id, organs: town.organs },
      measures: this.measuresOf(asked, town).map(choosable),
    });
    const wish = { category: 'decision', command: 'record-decision', body: read } as const;
    const written = await this.desk.carryOut(asked, sent, (write) =>
      write({ ...wish, fieldOf: fieldOfDecision }),
    );
    if (written.refused) return this.show(request, reply, asked, { town, state: written.refused });
    const path = decisionPath(asked.lang, town.slug, written.result.id);
    return this.desk.done(reply, written.position, path);
  }

  @Get(inBoth((lang) => changePath(lang, ':slug', ':id', 'correct')))
  async askCorrection(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { town, decision } = await this.found(asked, id);
    const state = this.desk.fresh(decisionAsTyped(decision));
    await this.show(request, reply, asked, { town, decision, state });
  }

  @Post(inBoth((lang) => changePath(lang, ':slug', ':id', 'correct')))
  async correct(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const { town, decision } = await this.found(asked, id);
    const sent = this.desk.sent(asked, body);
    await this.files.intoReader(request, sent.reader, asked, town);
    const { text, occurredOn, ...replacement } = readDecision(sent.reader, {
      ...{ municipality: town.id, organs: town.organs, effects: decision.effects.map(untitled) },
      measures: this.measuresOf(asked, town).map(choosable),
    });
    const { evidence: added = [], ...texts } = text as { evidence?: readonly object[] };
    const evidence = [...decision.evidence, ...added];
    const kept = evidence.length > 0 ? { evidence } : {};
    const reason = sent.reader.text('reason');
    const written = await this.desk.carryOut(asked, sent, (write) =>
      write({
        category: 'decision',
        command: 'correct-entry',
        id,
        fieldOf: fieldOfDecision,
        body: {
          ...{ occurredOn, entry: decision.entry, replacement },
          text: { reason, replacement: { ...texts, ...kept } },
        },
      }),
    );
    if (written.refused) {
      return this.show(request, reply, asked, { town, decision, state: written.refused });
    }
    return this.desk.done(reply, written.position, decisionPath(asked.lang, town.slug, id));
  }

  @Get(inBoth((lang) => changePath(lang, ':slug', ':id', 'void')))
  async askVoid(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const found = await this.found(asked, id);
    await this.showVoid(request, reply, asked, { ...found, state: this.desk.fresh() });
  }

  @Post(inBoth((lang) => changePath(lang, ':slug', ':id', 'void')))
  async void(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const asked = this.desk.asked(request);
    const found = await this.found(asked, id);
    const sent = { ...this.desk.sent(asked, body), key: newCommandId() };
    const text = { reason: sent.reader.text('reason') };
    const written = await this.desk.carryOut(asked, sent, (write) =>
      write({
        category: 'decision',
        command: 'void-entry',
        id,
        body: { entry: found.decision.entry, text },
      }),
    );
    if (written.refused) {
      return this.showVoid(request, reply, asked, { ...found, state: written.refused });
    }
    return this.desk.done(reply, written.position, decisionPath(asked.lang, found.town.slug, id));
  }

  /** A decision that still counts, for those who may change it. */
  private async found(asked: Asked, id: string) {
    const decision = await this.bus.execute(new GetDecision(asked.reading, id));
    if (decision.voidedBy !== null) throw new Refusal('decision/unknown');
    return { decision, town: this.desk.townOf(asked, decision.municipality) };
  }

  private measuresOf({ reading: { models, view } }: Asked, town: Municipality): MeasureItem[] {
    const found: MeasureItem[] = [];
    let cursor: string | null = null;
    do {
      const filter = { municipality: town.id, limit: 200, ...(cursor === null ? {} : { cursor }) };
      const page = models.measures(filter, view);
      found.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    return found;
  }

  private show(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: Asked,
    { town, decision, state }: { town: Municipality; decision?: DecisionDetail; state: FormState },
  ) {
    const { t, lang } = asked;
    const path = (other: typeof lang) =>
      decision
        ? changePath(other, town.slug, decision.id, 'correct')
        : newDecisionPath(other, town.slug);
    const title = t(decision ? 'decision.correct' : 'decision.record');
    return this.desk.show(request, reply, asked, {
      ...{ title, path, state, crumbs: this.crumbs(asked, town, decision) },
      children: (
        <DecisionFormPage
          t={t}
          town={town}
          action={path(lang)}
          cancelHref={
            decision ? decisionPath(lang, town.slug, decision.id) : decisionsPath(lang, town.slug)
          }
          state={state}
          today={asked.reading.view.asOf}
          groups={groupsOf(this.measuresOf(asked, town), t('chart.noField'))}
          correcting={decision !== undefined}
        />
      ),
    });
  }

  private showVoid(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: Asked,
    { town, decision, state }: { town: Municipality; decision: DecisionDetail; state: FormState },
  ) {
    const { t, lang } = asked;
    const path = (other: typeof lang) => changePath(other, town.slug, decision.id, 'void');
    return this.desk.show(request, reply, asked, {
      ...{ title: t('void.title'), path, state, crumbs: this.crumbs(asked, town, decision) },
      children: (
        <VoidPage
          t={t}
          action={path(lang)}
          entry={decision.title}
          reason={String(state.typed['reason'] ?? '')}
          errors={state.errors}
        />
      ),
    });
  }

  private crumbs({ t, lang }: Asked, town: Municipality, decision: DecisionDetail | undefined) {
    return [
      { label: town.name, href: townPath(lang, town.slug) },
      { label: t('decisions.crumb'), href: decisionsPath(lang, town.slug) },
      ...(decision
        ? [{ label: decision.title, lang: 'de', href: decisionPath(lang, town.slug, decision.id) }]
        : []),
    ];
  }
}

const choosable = ({ id, place }: MeasureItem) => ({ id, plans: place ? [place.plan] : [] });

const untitled = ({ measure, effect, scope }: DecisionDetail['effects'][number]) => ({
  ...{ measure, effect, scope },
});

/** The measures by field, in the order of the plan. */
const groupsOf = (measures: readonly MeasureItem[], without: string): ChoiceGroup[] => {
  const groups = new Map<string, Choice[]>();
  for (const { id, title, place } of measures) {
    const field = place?.fieldPath.length ? fieldPathName(place.fieldPath) : without;
    const label = place?.number ? `${place.number} ${title}` : title;
    groups.set(field, [...(groups.get(field) ?? []), { value: id, label, lang: 'de' }]);
  }
  return [...groups].map(([label, choices]) => ({
    ...{ label, choices },
    ...(label === without ? {} : { lang: 'de' }),
  }));
};
