import streams from '@eventstore/db-client/generated/streams_pb.js';
import { randomUUID } from 'node:crypto';
import type { EsdbNode } from './esdb-node.js';
import { wrongVersion } from './refusal.js';
import type { StoredRecord } from './server-log.js';
import { expectedOf, streamOf } from './wire-form.js';

/** The stream's metadata says from where it counts; its events are gone for readers (seen on a 24.2 server). */
export async function* remove(
  node: EsdbNode,
  requests: AsyncIterable<streams.DeleteReq>,
): AsyncGenerator<streams.DeleteResp> {
  for await (const request of requests) {
    const stream = streamOf(request.getOptions()?.getStreamIdentifier());
    refuseWrong(node, stream, request.getOptions()!);
    node.log.truncate(stream);
    const { position } = systemEvent(node, `$$${stream}`, '$metadata');
    yield new streams.DeleteResp().setPosition(
      new streams.DeleteResp.Position()
        .setCommitPosition(String(position))
        .setPreparePosition(String(position)),
    );
  }
}

const NO_STREAM = -1;
const ANY = -2;

function refuseWrong(node: EsdbNode, stream: string, options: streams.DeleteReq.Options): void {
  const actual = node.log.next(stream) - 1;
  const expected = expectedOf(options, () => options.getRevision());
  const isWrong = expected === 'any' ? actual === NO_STREAM : expected !== actual;
  if (isWrong) throw wrongVersion(stream, typeof expected === 'number' ? expected : ANY, actual);
}

export async function* tombstone(
  node: EsdbNode,
  requests: AsyncIterable<streams.TombstoneReq>,
): AsyncGenerator<streams.TombstoneResp> {
  for await (const request of requests) {
    const stream = streamOf(request.getOptions()?.getStreamIdentifier());
    const { position } = systemEvent(node, stream, '$streamDeleted');
    node.log.bury(stream);
    yield new streams.TombstoneResp().setPosition(
      new streams.TombstoneResp.Position()
        .setCommitPosition(String(position))
        .setPreparePosition(String(position)),
    );
  }
}

/** What the server writes for itself; it lies in `$all` among the rest (seen on a 24.2 server). */
export function systemEvent(node: EsdbNode, stream: string, type: string): StoredRecord {
  const id = randomUUID();
  const [data, metadata] = [Buffer.from('{}'), new Uint8Array()];
  return node.log.store(stream, [
    { id, type, contentType: 'application/json', data, metadata },
  ])[0]!;
}
