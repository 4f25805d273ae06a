import { type Past, textsOf } from '@klimaspur/domain';
import { categoryOf, idOf, isUuid, justBefore } from '@klimaspur/event-store';
import { Controller, Get, Header, Param, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { OperatorGuard } from '../auth/operator.guard.js';
import { collections } from '../commands/doors.js';
import { problemResponse } from '../commands/describe-write.js';
import { Refusal } from '../errors/refusal.js';
import type { World } from '../persistence/world.js';
import { Worlds } from '../persistence/worlds.js';
import { EntryTexts } from './redactions.dto.js';

/** What would go with the text of an entry, before anybody takes it out. */
@ApiTags('upkeep')
@ApiBearerAuth()
@ApiResponse(problemResponse(401, 'No token and no session.'))
@ApiResponse(problemResponse(403, 'Only for operators.'))
@UseGuards(OperatorGuard)
@Controller('api/v1/entries')
export class RedactionsController {
  constructor(private readonly worlds: Worlds) {}

  @Get(':id/texts')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'getTextsOfEntry',
    summary: 'Where an entry stands, and the entries whose text goes with its own; not the text.',
  })
  @ApiOkResponse({ type: EntryTexts })
  @ApiResponse(problemResponse(404, 'There is no such entry.'))
  async texts(@Param('id') id: string): Promise<EntryTexts> {
    const world = this.worlds.current();
    const { store } = world;
    const stream = isUuid(id) ? await homeOf(world, id) : undefined;
    if (stream === undefined) throw new Refusal('entry/unknown');
    const history = (await store.readStream(stream)) as unknown as readonly Past[];
    return {
      stream,
      command: `${collectionOf(stream)}/${idOf(stream)}/redact-text`,
      events: textsOf(id, history).map(({ id: event, type, metadata }) => ({
        id: event,
        type,
        recordedAt: metadata.recordedAt,
      })),
    };
  }
}

/** The proof tree knows the place of every entry that has come to it: a server would have to read its whole log. */
async function homeOf({ tree, log, store }: World, id: string): Promise<string | undefined> {
  const entry = tree.atOnce((moment) => moment.entry(id));
  const [event] = entry ? await log.readAll(justBefore(entry.position), 1) : [];
  return event?.id === id ? event.stream : store.streamOf(id);
}

const collectionOf = (stream: string): string =>
  collections[categoryOf(stream) as keyof typeof collections];
