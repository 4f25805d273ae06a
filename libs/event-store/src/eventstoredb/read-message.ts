import streams from '@eventstore/db-client/generated/streams_pb.js';
import { identifierOf, nothing, streamIn, textOf } from './message-parts.js';

type Message = streams.ReadResp.ReadEvent.RecordedEvent;
type Options = streams.ReadReq.Options;

/** Some events of the whole log; `from` is a byte at which one begins, below 0: the end. */
export interface LogPage {
  readonly from: bigint;
  readonly count: number;
  readonly backwards?: boolean;
}

/** Some events of one stream; without `from` from its start, or backwards from its end. */
export interface StreamPage {
  readonly stream: string;
  readonly from?: number | undefined;
  readonly count: number;
  readonly backwards?: boolean;
}

/** An event that a read comes to, not parsed yet, and the byte at which it begins. */
export interface Met {
  readonly stream: string;
  readonly byte: bigint;
  readonly message: Message;
}

/** What is said of an event, not checked by anybody. */
export interface Given {
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: unknown;
}

export function logPage({ from, count, backwards = false }: LogPage): streams.ReadReq {
  const all = new streams.ReadReq.Options.AllOptions();
  if (from < 0n) all.setEnd(nothing);
  else if (from === 0n) all.setStart(nothing);
  else {
    const place = new streams.ReadReq.Options.Position();
    all.setPosition(place.setCommitPosition(String(from)).setPreparePosition(String(from)));
  }
  return request(optionsOf(count, backwards).setAll(all));
}

export function streamPage({
  stream,
  from,
  count,
  backwards = false,
}: StreamPage): streams.ReadReq {
  const one = new streams.ReadReq.Options.StreamOptions().setStreamIdentifier(identifierOf(stream));
  if (from !== undefined) one.setRevision(String(from));
  else if (backwards) one.setEnd(nothing);
  else one.setStart(nothing);
  return request(optionsOf(count, backwards).setStream(one));
}

function optionsOf(count: number, backwards: boolean): Options {
  const { Options: Asked } = streams.ReadReq;
  const { FORWARDS, BACKWARDS } = Asked.ReadDirection;
  return new Asked()
    .setCount(String(count))
    .setReadDirection(backwards ? BACKWARDS : FORWARDS)
    .setUuidOption(new Asked.UUIDOption().setString(nothing))
    .setNoFilter(nothing);
}

const request = (options: Options): streams.ReadReq => new streams.ReadReq().setOptions(options);

/** Undefined: it says something else, that there is no such stream, or how far the server is. */
export function metIn(response: streams.ReadResp): Met | undefined {
  const message = response.getEvent()?.getEvent();
  const stream = streamIn(message?.getStreamIdentifier());
  if (!message || stream === undefined) return undefined;
  return { stream, byte: BigInt(message.getCommitPosition()), message };
}

/** As it was given; what is no JSON is undefined. */
export function givenIn({ message }: Met): Given {
  const about = message.getMetadataMap();
  const isJson = about.get('content-type') === 'application/json';
  return {
    revision: Number(message.getStreamRevision()),
    id: message.getId()?.getString() ?? '',
    type: about.get('type') ?? '',
    data: isJson ? parsed(message.getData_asU8()) : undefined,
    metadata: parsed(message.getCustomMetadata_asU8()),
  };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(bytes));
  } catch {
    return undefined;
  }
}
