import shared from '@eventstore/db-client/generated/shared_pb.js';

const utf8 = new TextEncoder();

export const bytesOf = (text: string): Uint8Array => utf8.encode(text);

export const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();

export const identifierOf = (stream: string): shared.StreamIdentifier =>
  new shared.StreamIdentifier().setStreamName(bytesOf(stream));

export function streamIn(identifier: shared.StreamIdentifier | undefined): string | undefined {
  const name = identifier?.getStreamName_asU8();
  return name && textOf(name);
}

export const nothing = new shared.Empty();
