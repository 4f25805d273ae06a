import {
  type BeforeApplicationShutdown,
  Controller,
  Get,
  Header,
  HttpStatus,
  Res,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { HealthChecks } from './health-checks.js';

/** For the machine that watches this process: is it alive, is all well, and may it get requests? */
@Controller('health')
export class HealthController implements BeforeApplicationShutdown {
  private stopping = false;

  constructor(private readonly checks: HealthChecks) {}

  @Get('live')
  @Header('cache-control', 'no-store')
  live() {
    return { status: 'ok' };
  }

  @Get('ready')
  @Header('cache-control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    return { ...(await this.answer(reply)), ...this.checks.facts() };
  }

  /** For the proxy before several nodes: one that is left out because log or vault fail would take all others, and every page, with it. */
  @Get('node')
  @Header('cache-control', 'no-store')
  node(@Res({ passthrough: true }) reply: FastifyReply) {
    return this.answer(reply, { own: true });
  }

  beforeApplicationShutdown() {
    this.stopping = true;
  }

  private async answer(reply: FastifyReply, which?: { own: boolean }) {
    const checks = await this.checks.run(which);
    const isWell = !this.stopping && checks.every(({ ok }) => ok);
    reply.status(isWell ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    return { status: isWell ? 'ok' : 'unavailable', checks };
  }
}
