import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { catalogue, type EventType, type Fields, schemaVersionOf } from '@klimaspur/domain';
import { validValue } from '../api/requests.js';

/** An event as some version of this program stored it. */
export interface StoredEvent {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: Readonly<Record<string, unknown>>;
}

export const folder = fileURLToPath(new URL('stored-events/', import.meta.url));
/** Checksums of all files: one that was changed afterwards is seen here. */
export const frozen = 'frozen.json';

export const nameOf = ({ type, schemaVersion }: Pick<StoredEvent, 'type' | 'schemaVersion'>) =>
  `${type}.v${schemaVersion}.json`;

/** Every version of every type that was ever stored. */
export const allStored = (): readonly Pick<StoredEvent, 'type' | 'schemaVersion'>[] =>
  Object.keys(catalogue).flatMap((type) =>
    Array.from({ length: schemaVersionOf(type) }, (_, n) => ({ type, schemaVersion: n + 1 })),
  );

const ids = new Proxy<Record<string, string>>(
  {},
  {
    get: (_, of) =>
      `0197c0de-0000-7000-8000-${Buffer.from(String(of)).toString('hex').slice(0, 12).padStart(12, '0')}`,
  },
);

const filled = (fields: Fields) =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, validValue(field, ids)]));

/** What a new version is kept with: an event in which every field is filled in. */
export const exampleOf = (type: string): StoredEvent => {
  const { data, text } = catalogue[type as EventType];
  const typed = Object.keys(text).length === 0 ? {} : { text: filled(text) };
  return { type, schemaVersion: schemaVersionOf(type), data: { ...filled(data), ...typed } };
};

export const filesThere = (): readonly string[] =>
  readdirSync(folder).filter((name) => name !== frozen);

export const bytesOf = (name: string): string => readFileSync(folder + name, 'utf8');

/** Of what a file says, however it is laid out. */
export const checksum = (name: string): string =>
  createHash('sha256')
    .update(JSON.stringify(JSON.parse(bytesOf(name))))
    .digest('hex');
