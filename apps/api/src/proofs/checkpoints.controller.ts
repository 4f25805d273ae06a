import { isConsistent, nodeSha256, type SignedCheckpoint, toBase64 } from '@klimaspur/proofs';
import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { problemResponse } from '../commands/describe-write.js';
import { Refusal } from '../errors/refusal.js';
import { listOf } from '../reading/answers/schema.js';
import { QueryPipe } from '../reading/query.pipe.js';
import { checkpointItem, consistency } from './checkpoint.schema.js';
import { Checkpoints } from './checkpoints.js';
import { CheckpointsQuestion } from './checkpoints.dto.js';

const PAGE = 50;
const SIZE = /^(0|[1-9]\d{0,14})$/;
const text = { content: { 'text/plain': { schema: { type: 'string' } } } } as const;
const forEver = 'public, max-age=31536000, immutable';

/** What the log says about itself, signed, at addresses that stay. */
@ApiTags('checkpoints')
@Controller()
export class CheckpointsController {
  constructor(private readonly checkpoints: Checkpoints) {}

  @Get('checkpoint')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'no-cache')
  @ApiOperation({
    operationId: 'getCheckpoint',
    summary: 'The newest signed checkpoint of the log: C2SP tlog-checkpoint.',
  })
  @ApiOkResponse(text)
  @ApiResponse(problemResponse(404, 'Nothing has been signed yet.'))
  newest(): string {
    const newest = this.checkpoints.newest();
    if (!newest) throw new Refusal('checkpoint/unknown');
    return newest.note;
  }

  @Get('checkpoint/key')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'no-cache')
  @ApiOperation({
    operationId: 'getCheckpointKey',
    summary: 'The public key by which checkpoints are checked: C2SP vkey, Ed25519.',
  })
  @ApiOkResponse(text)
  key(): string {
    return `${this.checkpoints.sealOf().key.verifier}\n`;
  }

  @Get('checkpoints/:size')
  @ApiOperation({
    operationId: 'getCheckpointOfSize',
    summary: 'The checkpoint that was signed when the log had so many entries.',
  })
  @ApiOkResponse(text)
  @ApiResponse(problemResponse(404, 'None was signed of that size.'))
  async ofSize(@Param('size') size: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const { note } = await this.signedAt(size);
    void reply.headers({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': forEver });
    return note;
  }

  @Get('api/v1/checkpoints')
  @Header('cache-control', 'no-cache')
  @ApiOperation({
    operationId: 'listCheckpoints',
    summary: 'Every checkpoint that was ever signed, the newest first.',
  })
  @ApiOkResponse({ schema: listOf(checkpointItem) })
  @ApiResponse(problemResponse(400, 'A parameter is wrong; `errors` names each.'))
  async list(@Query(QueryPipe) { limit = PAGE, cursor }: CheckpointsQuestion) {
    const below = cursor === undefined ? undefined : Number(cursor);
    const { items, total } = await this.checkpoints.list(limit + 1, below);
    const shown = items.slice(0, limit);
    const next = items.length > limit ? String(shown.at(-1)!.size) : null;
    return { items: shown.map(itemOf), total, next };
  }

  @Get('api/v1/checkpoints/:from/consistency/:to')
  @ApiOperation({
    operationId: 'getConsistency',
    summary: 'Proof that the log of the later checkpoint only went on where the earlier one ended.',
  })
  @ApiOkResponse({ schema: consistency })
  @ApiResponse(problemResponse(404, 'One of the two was never signed, or they are swapped.'))
  @ApiResponse(problemResponse(409, 'The log here is not the one that was signed.'))
  async consistency(@Param('from') from: string, @Param('to') to: string) {
    const [earlier, later] = [await this.signedAt(from), await this.signedAt(to)];
    if (earlier.size > later.size) throw new Refusal('checkpoint/unknown');
    const proof = this.proven(earlier, later);
    return {
      origin: later.origin,
      from: earlier.note,
      to: later.note,
      proof: proof.map(toBase64),
    };
  }

  private signedAt(size: string): Promise<SignedCheckpoint> {
    if (!SIZE.test(size)) throw new Refusal('checkpoint/unknown');
    return this.checkpoints.ofSize(Number(size));
  }

  /** What we hand out we have checked: the log may not be the one that was signed. */
  private proven(earlier: SignedCheckpoint, later: SignedCheckpoint): Uint8Array[] {
    const { tree } = this.checkpoints.sealOf();
    return tree.atOnce((moment) => {
      if (moment.size < later.size) {
        throw new Refusal(tree.isWhole ? 'checkpoint/other-log' : 'checkpoint/behind');
      }
      const proof = moment.consistency(earlier.size, later.size);
      if (!isConsistent(nodeSha256, { earlier, later, proof })) {
        throw new Refusal('checkpoint/other-log');
      }
      return proof;
    });
  }
}

const itemOf = ({ size, root, signedAt, note }: SignedCheckpoint) => ({
  size,
  root: toBase64(root),
  signedAt: new Date(signedAt).toISOString(),
  note,
});
