import streams from '@eventstore/db-client/generated/streams_pb.js';
import { prefixes } from '../stream-name.js';
import { identifierOf, nothing, streamIn, textOf } from './message-parts.js';

type Message = streams.ReadResp.ReadEvent.RecordedEvent;
type Options = streams.ReadReq.Options;

const { Options: Asked } = streams.ReadReq;

/** Of 32 events each: so often a subscription that nothing matches says how far it is. */
const CHECKPOINT_INTERVAL = 1;

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
  return request(pageOf(count, backwards).setAll(allFrom(from)));
}

/** Whatever comes behind a byte, filtered by the server, and how far it has looked. */
export function growthFrom(byte: bigint): streams.ReadReq {
  const ours = new Asked.FilterOptions.Expression().setPrefixList([...prefixes]);
  const filter = new Asked.FilterOptions()
    .setStreamIdentifier(ours)
    .setCount(nothing)
    .setCheckpointintervalmultiplier(CHECKPOINT_INTERVAL);
  const options = withTextIds().setSubscription(new Asked.SubscriptionOptions()).setFilter(filter);
  return request(options.setAll(allFrom(byte)));
}

function allFrom(byte: bigint): streams.ReadReq.Options.AllOptions {
  const all = new Asked.AllOptions();
  if (byte < 0n) return all.setEnd(nothing);
  if (byte === 0n) return all.setStart(nothing);
  const place = new Asked.Position().setCommitPosition(String(byte));
  return all.setPosition(place.setPreparePosition(String(byte)));
}

export function streamPage({
  stream,
  from,
  count,
  backwards = false,
}: StreamPage): streams.ReadReq {
  const one = new Asked.StreamOptions().setStreamIdentifier(identifierOf(stream));
  if (from !== undefined) one.setRevision(String(from));
  else if (backwards) one.setEnd(nothing);
  else one.setStart(nothing);
  return request(pageOf(count, backwards).setStream(one));
}

function pageOf(count: number, backwards: boolean): Options {
  const { FORWARDS, BACKWARDS } = Asked.ReadDirection;
  return withTextIds()
    .setCount(String(count))
    .setReadDirection(backwards ? BACKWARDS : FORWARDS)
    .setNoFilter(nothing);
}

const withTextIds = (): Options =>
  new Asked().setUuidOption(new Asked.UUIDOption().setString(nothing));

const request = (options: Options): streams.ReadReq => new streams.ReadReq().setOptions(options);

/** Undefined: it says something else, that there is no such stream, or how far the server is. */
export function metIn(response: streams.ReadResp): Met | undefined {
  const message = response.getEvent()?.getEvent();
  const stream = streamIn(message?.getStreamIdentifier());
  if (!message || stream === undefined) return undefined;
  return { stream, byte: BigInt(message.getCommitPosition()), message };
}

/** The byte up to which a subscription has looked, and met nothing of ours. */
export function checkpointIn(response: streams.ReadResp): bigint | undefined {
  const checkpoint = response.getCheckpoint();
  return checkpoint && BigInt(checkpoint.getCommitPosition());
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
