import { PassThrough } from 'node:stream';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import rpcStatus from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { Any } from 'google-protobuf/google/protobuf/any_pb.js';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb.js';
import type { EsdbNode } from './esdb-node.js';
import type { Expected } from './expectation.js';
import type { Call } from './grpc-server.js';
import { BadRequest, Refusal, status } from './refusal.js';
import type { NewRecord, StoredRecord } from './server-log.js';
import { empty, expectedOf, newRecord, streamOf } from './wire-form.js';

const EMPTY = 'google.protobuf.Empty';

/** One append, whichever way it came. */
export interface Append {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: NewRecord[];
}

/** The last event, or nothing where there is none; or where the stream really is. */
export type Appended = { readonly last: StoredRecord | null } | { readonly current: number | null };

/** One call per append: what the client does when the append brings credentials of its own. */
export async function* append(
  node: EsdbNode,
  requests: AsyncIterable<streams.AppendReq>,
  call: Call,
): AsyncGenerator<streams.AppendResp> {
  let asked: Append | undefined;
  for await (const request of requests) {
    const options = request.getOptions();
    if (options) {
      const stream = streamOf(options.getStreamIdentifier());
      asked = { stream, expected: expectedOf(options, () => options.getRevision()), events: [] };
    } else asked?.events.push(newRecord(request.getProposedMessage()!));
  }
  if (!asked) throw new BadRequest();
  const appended = await node.append(asked, call);
  yield 'last' in appended ? success(appended.last) : wrong(asked.expected, appended.current);
}

function success(last: StoredRecord | null): streams.AppendResp {
  const told = new streams.AppendResp.Success();
  if (!last) {
    told.setNoStream(empty()).setPosition(new streams.AppendResp.Position());
  } else {
    const at = String(last.position);
    told.setCurrentRevision(String(last.revision));
    told.setPosition(
      new streams.AppendResp.Position().setCommitPosition(at).setPreparePosition(at),
    );
  }
  return new streams.AppendResp().setSuccess(told);
}

function wrong(expected: Expected, current: number | null): streams.AppendResp {
  const told = new streams.AppendResp.WrongExpectedVersion();
  if (current === null) told.setCurrentNoStream(empty());
  else told.setCurrentRevision(String(current));
  if (expected === 'no_stream') told.setExpectedNoStream(empty());
  else if (expected === 'stream_exists') told.setExpectedStreamExists(empty());
  else if (expected === 'any') told.setExpectedAny(empty());
  else told.setExpectedRevision(String(expected));
  return new streams.AppendResp().setWrongExpectedVersion(told);
}

/** Many appends on one stream of messages, each answered when it is done: what the client does otherwise. */
export async function* batchAppend(
  node: EsdbNode,
  requests: AsyncIterable<streams.BatchAppendReq>,
  call: Call,
): AsyncGenerator<streams.BatchAppendResp> {
  const answers = new PassThrough({ objectMode: true });
  const breakOff = (error: Error): void => void answers.destroy(error);
  const answering: Promise<void>[] = [];
  const take = async (): Promise<void> => {
    for await (const { number, asked } of batches(requests)) {
      const answer = batchAnswer(node, asked, call).then(
        (told) => void answers.write(told.setCorrelationId(number)),
      );
      answering.push(answer.catch(breakOff));
    }
    await Promise.all(answering);
    answers.end();
  };
  take().catch(breakOff);
  yield* answers as AsyncIterable<streams.BatchAppendResp>;
}

async function* batches(
  requests: AsyncIterable<streams.BatchAppendReq>,
): AsyncGenerator<{ readonly number: shared.UUID; readonly asked: Append }> {
  const open = new Map<string, Append>();
  for await (const request of requests) {
    const number = request.getCorrelationId()!;
    const id = number.getString();
    const options = request.getOptions();
    if (options) {
      const stream = streamOf(options.getStreamIdentifier());
      const expected = expectedOf(options, () => options.getStreamPosition());
      open.set(id, { stream, expected, events: [] });
    }
    const asked = open.get(id)!;
    asked.events.push(...request.getProposedMessagesList().map(newRecord));
    if (!request.getIsFinal()) continue;
    open.delete(id);
    yield { number, asked };
  }
}

async function batchAnswer(
  node: EsdbNode,
  asked: Append,
  call: Call,
): Promise<streams.BatchAppendResp> {
  const answer = new streams.BatchAppendResp().setStreamIdentifier(
    new shared.StreamIdentifier().setStreamName(Uint8Array.from(Buffer.from(asked.stream))),
  );
  try {
    const appended = await node.append(asked, call);
    if ('last' in appended) return answer.setSuccess(batchSuccess(appended.last));
    const told = batchWrong(asked.expected, appended.current);
    return answer.setError(batchError('WrongExpectedVersion', told.serializeBinary()));
  } catch (error) {
    if (!(error instanceof Refusal) || endsAll(error)) throw error;
    return answer.setError(refused(error));
  }
}

function batchSuccess(last: StoredRecord | null): streams.BatchAppendResp.Success {
  const told = new streams.BatchAppendResp.Success();
  if (!last) return told.setNoStream(new Empty()).setPosition(new shared.AllStreamPosition());
  const at = String(last.position);
  return told
    .setCurrentRevision(String(last.revision))
    .setPosition(new shared.AllStreamPosition().setCommitPosition(at).setPreparePosition(at));
}

function batchWrong(expected: Expected, current: number | null): shared.WrongExpectedVersion {
  const told = new shared.WrongExpectedVersion();
  if (current === null) told.setCurrentNoStream(new Empty());
  else told.setCurrentStreamRevision(String(current));
  if (expected === 'no_stream') return told.setExpectedNoStream(new Empty());
  if (expected === 'stream_exists') return told.setExpectedStreamExists(new Empty());
  if (expected === 'any') return told.setExpectedAny(new Empty());
  return told.setExpectedStreamPosition(String(expected));
}

/** Who is not known, and who asks another node for the leader, is told so for all appends (seen on a 24.2 server). */
const endsAll = ({ code, metadata }: Refusal): boolean =>
  code === status.UNAUTHENTICATED || metadata['exception'] === 'not-leader';

/** What has no form of its own comes as a message that the client „could not recognize“ (seen on a 24.2 server). */
function refused(refusal: Refusal): rpcStatus.Status {
  const { code, message, metadata } = refusal;
  if (refusal instanceof BadRequest) return batchError('BadRequest', new Uint8Array());
  if (code === status.ABORTED || code === status.DEADLINE_EXCEEDED)
    return batchError('Timeout', new Uint8Array());
  const limit = metadata['maximum-append-size'];
  if (limit) {
    const told = new shared.MaximumAppendSizeExceeded().setMaxappendsize(Number(limit));
    return batchError('MaximumAppendSizeExceeded', told.serializeBinary());
  }
  const exceptions: Record<string, string> = {
    'access-denied': 'AccessDenied',
    'stream-deleted': 'StreamDeleted',
  };
  const known = exceptions[metadata['exception'] ?? ''];
  return known ? batchError(known, new Uint8Array()) : batchError(EMPTY, new Uint8Array(), message);
}

function batchError(type: string, details: Uint8Array, message = type): rpcStatus.Status {
  const any = new Any();
  any.pack(details, type === EMPTY ? type : `event_store.client.${type}`);
  return new rpcStatus.Status().setMessage(message).setDetails(any);
}
