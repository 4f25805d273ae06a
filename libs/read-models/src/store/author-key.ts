/** A pseudonym in the 16 bytes that it has; null for whoever has none. */
export const authorKey = (person: string | undefined): Uint8Array | null => {
  const hex = person?.replaceAll('-', '') ?? '';
  return /^[0-9a-f]{32}$/.test(hex) ? Buffer.from(hex, 'hex') : null;
};
