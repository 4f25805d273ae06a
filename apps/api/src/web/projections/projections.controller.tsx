import { optional, text } from '@klimaspur/domain';
import type { Settings } from '@klimaspur/settings';
import { Body, Controller, Get, Inject, Logger, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../../auth/auth.guard.js';
import { OperatorGuard } from '../../auth/operator.guard.js';
import { Refusal } from '../../errors/refusal.js';
import { Projections } from '../../projections/projections.js';
import { SETTINGS } from '../../settings.module.js';
import { errorsIn } from '../forms/errors-in.js';
import { FormDesk } from '../forms/form-desk.js';
import type { FormState } from '../forms/form-fields.js';
import { typedIn, typedText } from '../forms/typed.js';
import { homePath } from '../home/home-path.js';
import { inBoth } from '../paths.js';
import { projectionsPath } from './projection-paths.js';
import { ProjectionsPage } from './projections.page.js';

const reasonField = { reason: optional(text(500)) };
const routes = (step?: 'rebuild' | 'replay' | 'dismiss') =>
  inBoth((lang) => projectionsPath(lang, step));

/** Where the operator sees how all that is computed from the log does, and sees to it. */
@ApiExcludeController()
@Controller()
@SignedIn()
@UseGuards(OperatorGuard)
export class ProjectionPagesController {
  private readonly logger = new Logger('projections');

  constructor(
    private readonly desk: FormDesk,
    private readonly projections: Projections,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get(routes())
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.show(request, reply, this.desk.fresh());
  }

  /** Nobody waits for it: the page says how far it is. */
  @Post(routes('rebuild'))
  async rebuild(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { lang } = this.desk.asked(request);
    const name = typedText(typedIn(body), 'name');
    const states = await this.projections.list();
    if (!states.some((state) => state.name === name)) throw new Refusal('projection/unknown');
    void this.projections
      .rebuild(name)
      .catch((error: unknown) => this.logger.error(`${name} is not rebuilt`, error));
    return this.desk.done(reply, undefined, projectionsPath(lang), 'rebuilding');
  }

  @Post(routes('replay'))
  async replay(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { lang } = this.desk.asked(request);
    const still = await this.projections.replay(typedText(typedIn(body), 'stream'));
    const notice = still.length > 0 ? 'stillParked' : 'replayed';
    return this.desk.done(reply, undefined, projectionsPath(lang), notice);
  }

  @Post(routes('dismiss'))
  async dismiss(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = this.desk.asked(request);
    const { t, lang } = asked;
    const { reader, key } = this.desk.sent(asked, body);
    const said = { stream: reader.text('stream'), reason: reader.text('reason') };
    const { stream, reason } = said;
    const missing = (['stream', 'reason'] as const).filter((name) => said[name] === undefined);
    const errors = [
      ...missing.map((name) => ({ name, text: t('problem.field/missing') })),
      ...errorsIn(reasonField, { reason }, lang),
    ];
    if (errors.length > 0 || stream === undefined || reason === undefined) {
      return this.show(request, reply, { typed: reader.typed, key, errors, status: 400 });
    }
    await this.projections.dismiss(stream, reason);
    return this.desk.done(reply, undefined, projectionsPath(lang), 'dismissed');
  }

  private async show(
    request: FastifyRequest,
    reply: FastifyReply,
    state: FormState,
  ): Promise<void> {
    const asked = this.desk.asked(request);
    const { t, lang } = asked;
    const states = await this.projections.list();
    const parked = await this.projections.parked();
    await this.desk.show(request, reply, asked, {
      title: t('projections.title'),
      path: (other) => projectionsPath(other),
      crumbs: [{ label: t('nav.home'), href: homePath(lang) }],
      section: 'home',
      state,
      children: (
        <ProjectionsPage
          {...{ t, states, parked, state }}
          shared={this.settings.log.kind !== 'sqlite'}
        />
      ),
    });
  }
}
