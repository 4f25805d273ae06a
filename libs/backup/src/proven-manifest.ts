/** A file behind a manifest. */
export interface Part {
  /** Path in the folder, with slashes. */
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export const manifestText = (manifest: object): string => `${JSON.stringify(manifest, null, 2)}\n`;

/** What a manifest says, not checked yet; without terms where it is none. */
export function termsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Refused by whoever asks, like everything else that is no manifest.
  }
  return {};
}

const HASH = /^[0-9a-f]{64}$/;
export const isHash = (value: unknown): boolean => HASH.test(String(value));

export const isCount = (value: unknown): boolean =>
  Number.isSafeInteger(value) && (value as number) >= 0;

export const isInstant = (value: unknown): boolean =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value));

/** Parts by names of which none comes twice; which names may stand there says whoever asks. */
export const areParts = (value: unknown): value is readonly Part[] =>
  Array.isArray(value) &&
  value.every(isPart) &&
  new Set(value.map(({ name }) => name)).size === value.length;

const isPart = (value: unknown): value is Part => {
  const { name, bytes, sha256 } = (value ?? {}) as Partial<Part>;
  return typeof name === 'string' && isCount(bytes) && isHash(sha256);
};
