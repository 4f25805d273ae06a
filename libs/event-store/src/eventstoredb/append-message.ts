import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { AppendFailed } from './failures.js';
import { identifierOf, nothing, streamIn } from './message-parts.js';
import type { Sent } from './recorded.js';

/** One append at an exact revision. */
export interface Append {
  readonly stream: string;
  readonly events: readonly Sent[];
  /** The revision of the stream's last event; -1: there is no stream yet. */
  readonly head: number;
}

/** What the server says of one that it stored. */
export interface Acknowledged {
  readonly revision: number;
  readonly commit: bigint;
}

const DIGITS = 12;

/** Tells one append from another on the same call: the server repeats it, and wants a UUID. */
export const numberOf = (count: number): string =>
  `00000000-0000-4000-8000-${count.toString(16).padStart(DIGITS, '0')}`;

export function question(number: string, append: Append): streams.BatchAppendReq {
  const request = new streams.BatchAppendReq();
  request.setCorrelationId(uuid(number)).setOptions(optionsOf(append)).setIsFinal(true);
  for (const event of append.events) request.addProposedMessages(proposed(event));
  return request;
}

function optionsOf({ stream, head }: Append): streams.BatchAppendReq.Options {
  const options = new streams.BatchAppendReq.Options().setStreamIdentifier(identifierOf(stream));
  return head === -1 ? options.setNoStream(nothing) : options.setStreamPosition(String(head));
}

/** Data go as the bytes that we wrote: the client itself would write keys that are numbers in another order. */
function proposed({ id, type, data, metadata }: Sent): streams.BatchAppendReq.ProposedMessage {
  const message = new streams.BatchAppendReq.ProposedMessage().setId(uuid(id));
  message.getMetadataMap().set('type', type).set('content-type', 'application/json');
  return message.setData(data).setCustomMetadata(metadata);
}

const uuid = (text: string): shared.UUID => new shared.UUID().setString(text);

/** Throws AppendFailed. */
export function acknowledged(answer: streams.BatchAppendResp): Acknowledged {
  const success = answer.getSuccess();
  if (!success) throw failureIn(answer);
  const position = success.getPosition();
  // An answer without a place would be one that nobody could wait for.
  if (!position) throw new AppendFailed('', 'The server names no position', '');
  return {
    revision: Number(success.getCurrentRevision()),
    commit: BigInt(position.getCommitPosition()),
  };
}

function failureIn(answer: streams.BatchAppendResp): AppendFailed {
  const error = answer.getError();
  const kind = error?.getDetails()?.getTypeName().split('.').at(-1);
  const stream = streamIn(answer.getStreamIdentifier());
  return new AppendFailed(kind ?? '', error?.getMessage() ?? '', stream ?? '');
}
