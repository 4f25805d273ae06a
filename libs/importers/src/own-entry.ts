/**
 * The entry of a record that files or people name the keys of; undefined where it has none. A heading such as
 * „constructor“ would otherwise find what every object inherits.
 */
export const ownEntry = <Value>(
  record: Readonly<Record<string, Value>> | undefined,
  key: string,
): Value | undefined =>
  record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
