import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { packProven } from '@klimaspur/backup';
import { unpackTar } from 'modern-tar';

/** The parts of a file of a town, and what it says of itself. */
export interface Opened {
  readonly manifest: Record<string, unknown>;
  readonly lines: Record<string, unknown>[];
}

const nameIn = ({ header }: { readonly header: { readonly name: string } }) => header.name;

export const opened = async (tar: Uint8Array): Promise<Opened> => {
  const entries = await unpackTar(tar as Uint8Array<ArrayBuffer>);
  const text = (name: string) =>
    Buffer.from(entries.find((entry) => nameIn(entry) === name)!.data!).toString();
  return {
    manifest: JSON.parse(text('manifest.json')) as Record<string, unknown>,
    lines: text('events.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
};

/** The same file with other contents, whose hashes fit again: what somebody does who knows the format. */
export const forged = async (
  tar: Uint8Array,
  change: (file: Opened) => Partial<Opened>,
): Promise<Buffer> => {
  const entries = await unpackTar(tar as Uint8Array<ArrayBuffer>);
  const file = await opened(tar);
  const { manifest = file.manifest, lines = file.lines } = change(file);
  const folder = mkdtempSync(join(tmpdir(), 'klimaspur-forged-'));
  try {
    const parts = entries
      .filter((entry) => !nameIn(entry).startsWith('manifest.json'))
      .map((entry) => {
        const name = nameIn(entry);
        const bytes =
          name === 'events.jsonl'
            ? Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
            : Buffer.from(entry.data!);
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), bytes);
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        return { name, bytes: bytes.length, sha256 };
      });
    const whole = { ...manifest, parts } as { madeAt: string; parts: typeof parts };
    return await buffer(packProven(folder, whole));
  } finally {
    rmSync(folder, { recursive: true });
  }
};
