const REMEMBERED = 10_000;
const known = new Map<string, Uint8Array | null>();

/** A pseudonym in the 16 bytes that it has; null for whoever has none. Few people write many entries. */
export const authorKey = (person: string | null | undefined): Uint8Array | null => {
  if (!person) return null;
  let key = known.get(person);
  if (key === undefined) {
    const hex = person.replaceAll('-', '');
    key = /^[0-9a-f]{32}$/.test(hex) ? Buffer.from(hex, 'hex') : null;
    if (known.size >= REMEMBERED) known.clear();
    known.set(person, key);
  }
  return key;
};
