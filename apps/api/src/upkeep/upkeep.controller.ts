import { Vault } from '@klimaspur/vault';
import { Controller, Header, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { OperatorGuard } from '../auth/operator.guard.js';
import { problemResponse } from '../commands/describe-write.js';
import { Refusal } from '../errors/refusal.js';
import { examplePerson, loadExample } from '../example/load-example.js';
import { ruesselsheim } from '../example/ruesselsheim.js';
import { Worlds } from '../persistence/worlds.js';
import { ExampleAnswer, RebuiltAnswer } from './upkeep.dto.js';

const PATIENCE_MS = 30_000;
/** Nobody of the town or its initiative wrote the second example. */
const RECORDER = 'public-sources';
const LABEL = 'Klimaspur, nach öffentlichen Quellen';

/** What the operator does now and then, from the command line. */
@ApiTags('upkeep')
@ApiBearerAuth()
@ApiResponse(problemResponse(401, 'No token and no session.'))
@ApiResponse(problemResponse(403, 'Only for operators.'))
@UseGuards(OperatorGuard)
@Controller('api/v1')
export class UpkeepController {
  constructor(
    private readonly worlds: Worlds,
    private readonly vault: Vault,
  ) {}

  @Post('read-models/rebuild')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'rebuildReadModels',
    summary: 'Build what people see anew from the log; the old views answer until then.',
  })
  @ApiOkResponse({ type: RebuiltAnswer })
  async rebuild(): Promise<RebuiltAnswer> {
    const began = performance.now();
    let events = 0;
    for (const { readModels } of this.worlds.all()) {
      await readModels.rebuild();
      events += readModels.eventCount();
    }
    return { events, seconds: Math.round(performance.now() - began) / 1_000 };
  }

  @Post('examples/ruesselsheim')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'loadRuesselsheim',
    summary: 'Add facts on Rüsselsheim from public sources to the example world; once is enough.',
  })
  @ApiOkResponse({ type: ExampleAnswer })
  @ApiResponse(problemResponse(409, 'No example world is open here.'))
  async loadRuesselsheim(): Promise<ExampleAnswer> {
    const { example } = this.worlds;
    if (!example) throw new Refusal('example/not-open');
    const now = new Date().toISOString();
    const recorder = examplePerson(RECORDER);
    await this.vault.keepPerson({ id: recorder, label: LABEL, createdAt: Date.parse(now) });
    const order = { name: 'ruesselsheim', steps: ruesselsheim, now, recorder };
    const municipality = await loadExample(example, order);
    const position = await example.store.lastPosition();
    if (position) await example.readModels.waitUntil(position, PATIENCE_MS);
    return { municipality };
  }
}
