import { Controller, Get, Header, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { OperatorGuard } from '../auth/operator.guard.js';
import { Metrics } from './metrics.js';

/** For Prometheus, which sends the operator's token: how many drafts there are is none of a stranger's. */
@ApiExcludeController()
@UseGuards(OperatorGuard)
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('cache-control', 'no-store')
  all(): Promise<string> {
    return this.metrics.text();
  }
}
