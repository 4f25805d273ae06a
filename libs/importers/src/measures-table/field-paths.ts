import type { ImportedField, Source } from '../importer.js';

const separator = ' › ';

/** `Energie › Strom` → its names; the export escapes the sign where it is part of a name. */
export const splitPath = (said: string): string[] =>
  said
    .split(separator)
    .map((name) => name.replace(/\\([\\›])/gu, '$1'))
    .filter((name) => name !== '');

/** The fields of a list in the order in which its rows name them. */
export class FieldPaths {
  readonly fields: ImportedField[] = [];
  private readonly keys = new Map<string, string>();
  private readonly siblings = new Map<string | undefined, number>();

  /** `within`: what tells these fields from those of the same names in another plan of the file. */
  constructor(
    private readonly source: Omit<Source, 'key'>,
    private readonly within?: string,
  ) {}

  /** Key of the field at the end of the path, made with those above it where they are new. */
  keyOf(path: readonly string[]): string | undefined {
    let parent: string | undefined;
    path.forEach((name, index) => {
      const full = path.slice(0, index + 1).join(separator);
      const known = this.keys.get(full);
      const key = known ?? this.shortKey(full);
      if (known === undefined) {
        this.keys.set(full, key);
        this.fields.push({
          source: { ...this.source, key },
          ...(parent === undefined ? {} : { parent }),
          order: this.nextOrder(parent),
          name,
        });
      }
      parent = key;
    });
    return parent;
  }

  /** Fields and measures under one parent are counted together. */
  nextOrder(parent: string | undefined): number {
    const order = this.siblings.get(parent) ?? 0;
    this.siblings.set(parent, order + 1);
    return order;
  }

  private shortKey(path: string) {
    const full = this.within === undefined ? path : `${this.within}: ${path}`;
    return full.length <= 200 ? full : `${full.slice(0, 180)}… #${this.keys.size + 1}`;
  }
}
