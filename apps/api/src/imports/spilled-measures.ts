import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import type { GrowingList, ImportedMeasure } from '@klimaspur/importers';

const PART = 262_144;

/** The measures of a file on the disk, a line each: twenty thousand of them take a hundred megabytes of memory. */
class SpilledMeasures implements GrowingList {
  length = 0;
  private waiting = '';

  constructor(private readonly file: number) {}

  push(measure: ImportedMeasure): void {
    this.length += 1;
    this.waiting += `${JSON.stringify(measure)}\n`;
    if (this.waiting.length >= PART) this.flush();
  }

  *[Symbol.iterator](): Generator<ImportedMeasure> {
    this.flush();
    const decoder = new StringDecoder();
    const part = Buffer.allocUnsafe(PART);
    let rest = '';
    let place = 0;
    for (;;) {
      const read = readSync(this.file, part, 0, PART, place);
      if (read === 0) return;
      place += read;
      const lines = (rest + decoder.write(part.subarray(0, read))).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield JSON.parse(line) as ImportedMeasure;
    }
  }

  private flush(): void {
    writeSync(this.file, this.waiting);
    this.waiting = '';
  }
}

/** Where measures lie while their file is compared and taken over. Nobody else can read it, and it ends with us. */
export class Spill {
  private readonly files: number[] = [];

  constructor(private readonly folder: string) {}

  readonly list = (): GrowingList => {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, `${randomUUID()}.measures`);
    const file = openSync(path, 'wx+', 0o600);
    // Without a name it is gone with the process, however that ends.
    rmSync(path);
    this.files.push(file);
    return new SpilledMeasures(file);
  };

  close(): void {
    for (const file of this.files.splice(0)) closeSync(file);
  }
}

/** For whoever reads a file only to know what it is: measures are counted. */
export const countingList = (): GrowingList => ({
  length: 0,
  push(this: { length: number }) {
    this.length += 1;
  },
  *[Symbol.iterator]() {},
});
