import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { EsdbNode } from './esdb-node.js';
import type { Call } from './grpc-server.js';
import { invalidStart } from './refusal.js';
import type { StoredRecord } from './server-log.js';
import { readEvent, streamOf } from './wire-form.js';

type Options = streams.ReadReq.Options;
type Matches = (record: StoredRecord) => boolean;

/**
 * Events that the server looks at between two checkpoints, for each unit of the interval. It counts one window before it has looked
 * at any, so that with an interval of one the place where it begins is a checkpoint (seen on a 24.2 server).
 */
const SEARCH_WINDOW = 32;

/**
 * Confirmation, what is stored, „caught up“, then what comes. A filter is obeyed here, and a checkpoint comes also when
 * nothing matches (https://developers.eventstore.com/clients/grpc/subscriptions.html, seen on a 24.2 server).
 */
export async function* subscription(
  node: EsdbNode,
  options: Options,
  { signal }: Call,
): AsyncGenerator<streams.ReadResp> {
  const { log } = node;
  const ending = node.ended();
  const matches = matcher(options);
  const interval = SEARCH_WINDOW * (options.getFilter()?.getCheckpointintervalmultiplier() ?? 0);
  let next = start(log.all, options);
  let searched = SEARCH_WINDOW;
  let caughtUp = false;
  const behind = options.getAll()?.getPosition();
  if (behind) refuseInvalid(log.all, Number(behind.getCommitPosition()));
  yield new streams.ReadResp().setConfirmation(
    new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(`subscription ${next}`),
  );
  if (behind && interval === SEARCH_WINDOW) yield checkpoint(Number(behind.getCommitPosition()));
  while (!signal.aborted) {
    for (let record = log.all[next]; record; record = log.all[++next]) {
      if (matches(record)) yield readEvent(record);
      if (interval && ++searched % interval === 0) yield checkpoint(record.position);
    }
    if (!caughtUp) yield new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());
    caughtUp = true;
    if (next === log.all.length) await Promise.race([log.growth(signal), ending]);
  }
}

/** Beyond the end it is one that will be; before, it must be that of an event (seen on a 24.2 server). */
function refuseInvalid(all: readonly StoredRecord[], position: number): void {
  const isWithin = position < (all.at(-1)?.position ?? 0);
  if (isWithin && !all.some((record) => record.position === position)) throw invalidStart();
}

/** Where it begins in `$all`: behind the position or revision that it is given. */
function start(all: readonly StoredRecord[], options: Options): number {
  const from = options.getAll() ?? options.getStream()!;
  if (from.hasEnd()) return all.length;
  const given = options.getAll()?.getPosition();
  const behind = given ? Number(given.getCommitPosition()) : -1;
  const first = all.findIndex((record) => record.position > behind);
  return first < 0 ? all.length : first;
}

function matcher(options: Options): Matches {
  const stream = options.getStream();
  if (stream) {
    const name = streamOf(stream.getStreamIdentifier());
    const after = stream.hasRevision() ? Number(stream.getRevision()) : -1;
    return (record) => record.stream === name && record.revision > after;
  }
  const filter = options.getFilter();
  if (!filter) return () => true;
  const expression = filter.getStreamIdentifier() ?? filter.getEventType()!;
  const subject = (record: StoredRecord): string =>
    filter.hasStreamIdentifier() ? record.stream : record.type;
  const prefixes = expression.getPrefixList();
  if (prefixes.length > 0) {
    return (record) => prefixes.some((prefix) => subject(record).startsWith(prefix));
  }
  const pattern = new RegExp(expression.getRegex());
  return (record) => pattern.test(subject(record));
}

/** Only half of a position: the other half is 0 while it catches up and nothing matches (seen on a 24.2 server). */
function checkpoint(position: number): streams.ReadResp {
  return new streams.ReadResp().setCheckpoint(
    new streams.ReadResp.Checkpoint().setCommitPosition(String(position)).setPreparePosition('0'),
  );
}
