import streams from '@eventstore/db-client/generated/streams_pb.js';
import { subscription } from './subscriptions.js';
import { hang } from './faults.js';
import type { EsdbNode } from './esdb-node.js';
import type { Call } from './grpc-server.js';
import { invalidPosition, streamDeleted, unreadable } from './refusal.js';
import type { StoredRecord } from './server-log.js';
import { identifierOf, readEvent, streamOf } from './wire-form.js';

type Options = streams.ReadReq.Options;

/** Reads and subscriptions, of a stream and of `$all`: all of them are one method of the protocol. */
export async function* read(
  node: EsdbNode,
  requests: AsyncIterable<streams.ReadReq>,
  call: Call,
): AsyncGenerator<streams.ReadResp> {
  for await (const request of requests) {
    const options = request.getOptions()!;
    const subscribes = options.hasSubscription();
    node.checkLeader(call);
    await node.strike(subscribes ? 'subscribe' : 'read', call);
    if (options.hasAll() && !subscribes && isOfNothing(options)) await hang(node, call);
    const answers = subscribes ? subscription(node, options, call) : once(node, options);
    for await (const answer of answers) {
      if (answer.hasEvent()) await node.strike('event', call);
      if (answer.hasCaughtUp()) await node.strike('caught up', call);
      yield answer;
    }
  }
}

/** Of a stream that is refused; of `$all` it is never answered (seen on a 24.2 server). */
const isOfNothing = (options: Options): boolean => Number(options.getCount()) < 1;

function* once(node: EsdbNode, options: Options): Generator<streams.ReadResp> {
  const records = options.hasAll() ? all(node, options) : ofStream(node, options);
  if (!records) {
    const missing = options.getStream()!.getStreamIdentifier();
    yield new streams.ReadResp().setStreamNotFound(
      new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(streamOf(missing))),
    );
    return;
  }
  for (const record of records.slice(0, Number(options.getCount()))) yield readEvent(record);
}

const backwards = (options: Options): boolean =>
  options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;

/** In order of the read; null for a stream that does not exist. A missing revision is no error: the rest is read. */
function ofStream(node: EsdbNode, options: Options): StoredRecord[] | null {
  const from = options.getStream()!;
  const stream = streamOf(from.getStreamIdentifier());
  if (node.log.deleted(stream)) throw streamDeleted(stream);
  const records = node.shown(node.log.read(stream));
  const isForwards = !backwards(options);
  if (isOfNothing(options) || (isForwards && from.hasEnd())) throw unreadable();
  if (records.length === 0) return null;
  const revision = from.hasRevision() ? Number(from.getRevision()) : 0;
  if (isForwards) return records.filter((record) => record.revision >= revision);
  const last = from.hasRevision() ? revision : from.hasEnd() ? Infinity : 0;
  return records.filter((record) => record.revision <= last).toReversed();
}

/** From a position forwards its event comes again, backwards it does not; beyond the end is nothing (seen on a 24.2 server). */
function all(node: EsdbNode, options: Options): readonly StoredRecord[] {
  const from = options.getAll()!;
  const records = node.shown(node.log.all);
  if (!from.hasPosition()) {
    const whole = from.hasStart() !== backwards(options);
    return whole ? (backwards(options) ? records.toReversed() : records) : [];
  }
  const position = Number(from.getPosition()!.getCommitPosition());
  const last = records.at(-1);
  const beyond = !last || position > last.position;
  if (!beyond && !records.some((record) => record.position === position)) throw invalidPosition();
  return backwards(options)
    ? records.filter((record) => record.position < position).toReversed()
    : records.filter((record) => record.position >= position);
}
