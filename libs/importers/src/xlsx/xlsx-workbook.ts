import type { Table, TableRow } from '../tables/table.js';
import { Unreadable } from '../unreadable.js';
import type { CellContext } from './cell-value.js';
import { inflated } from './inflate.js';
import { mergesOf } from './merges.js';
import { numberFormats } from './number-formats.js';
import { sharedStrings } from './shared-strings.js';
import { sheetRows } from './sheet-rows.js';
import { readWholeXml } from './xml.js';
import { type ZipPart, zipParts } from './zip-directory.js';

type Parts = ReadonlyMap<string, ZipPart>;

/** The sheets of a workbook. Charts, pictures and everything else in the file are never looked at. */
export const xlsxTables = (bytes: Uint8Array): Table[] => {
  const parts = zipParts(bytes);
  refuseOtherKinds(parts);
  const { path, targets } = workbookOf(parts);
  const { sheets, from1904 } = sheetsIn(parts, path);
  let context: CellContext | undefined;
  const contextOf = () =>
    (context ??= {
      strings: readPart(parts, targets.get('sharedStrings'), sharedStrings) ?? [],
      formats: readPart(parts, targets.get('styles'), numberFormats) ?? [],
      from1904,
    });
  return sheets.flatMap(({ name, hidden, id }) => {
    const part = parts.get(targets.get(id) ?? '');
    return part ? [new XlsxTable(name, hidden, part, contextOf)] : [];
  });
};

class XlsxTable implements Table {
  readonly fixedWidth = false;

  constructor(
    readonly name: string,
    readonly hidden: boolean,
    private readonly part: ZipPart,
    private readonly contextOf: () => CellContext,
  ) {}

  rows(): Iterable<TableRow> {
    const { part, contextOf } = this;
    return {
      [Symbol.iterator]: () => sheetRows(inflated(part), mergesOf(inflated(part)), contextOf()),
    };
  }
}

/** Other files of this kind, named so that one knows what to save anew. */
const kinds: readonly [RegExp, string][] = [
  [/^xl\/workbook\.bin$/, 'Excel (XLSB)'],
  [/^word\//, 'Word (DOCX)'],
  [/^ppt\//, 'PowerPoint (PPTX)'],
  [/^Index\/.*\.iwa$|^Index\.zip$/, 'Apple Numbers'],
  [/^content\.xml$/, 'OpenDocument (ODS)'],
];

const refuseOtherKinds = (parts: Parts): void => {
  const names = [...parts.keys()];
  const isMacro = names.some((name) => /vbaProject|\.xlm$|macrosheets\//i.test(name));
  if (isMacro || hasMacroType(parts)) throw new Unreadable('file/has-macros');
  if (parts.has('xl/workbook.xml') || parts.has('[Content_Types].xml')) {
    const other = kinds.find(([pattern]) => names.some((name) => pattern.test(name)));
    if (other) throw new Unreadable('file/wrong-kind', { found: other[1] });
    return;
  }
  const found = kinds.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1] ?? 'ZIP';
  throw new Unreadable('file/wrong-kind', { found });
};

const hasMacroType = (parts: Parts): boolean => {
  let found = false;
  readPart(parts, '[Content_Types].xml', (chunks) =>
    readWholeXml(chunks, {
      open: (_name, { ContentType = '' }) => {
        found ||= /macroEnabled|vbaProject/i.test(ContentType);
      },
    }),
  );
  return found;
};

const readPart = <T>(
  parts: Parts,
  name: string | undefined,
  read: (chunks: Iterable<Uint8Array>) => T,
): T | undefined => {
  const part = parts.get(name ?? '');
  return part && read(inflated(part));
};

/** Where the workbook lies, and what its relations point to: by id, and by kind for those that occur once. */
const workbookOf = (parts: Parts): { path: string; targets: ReadonlyMap<string, string> } => {
  const path =
    relations(parts, '').get('officeDocument') ??
    (parts.has('xl/workbook.xml') ? 'xl/workbook.xml' : undefined);
  if (path === undefined || !parts.has(path)) {
    throw new Unreadable('file/wrong-kind', { found: 'ZIP' });
  }
  return { path, targets: relations(parts, path) };
};

const relations = (parts: Parts, path: string): ReadonlyMap<string, string> => {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const targets = new Map<string, string>();
  readPart(parts, `${folder}_rels/${path.slice(folder.length)}.rels`, (chunks) =>
    readWholeXml(chunks, {
      open(name, { Id = '', Type = '', Target = '', TargetMode }) {
        if (name !== 'Relationship' || TargetMode === 'External') return;
        const target = Target.startsWith('/') ? Target.slice(1) : resolved(folder + Target);
        targets.set(Id, target);
        const kind = Type.slice(Type.lastIndexOf('/') + 1);
        if (kind !== 'worksheet') targets.set(kind, target);
      },
    }),
  );
  return targets;
};

const resolved = (path: string): string => {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '.') names.push(name);
  }
  return names.join('/');
};

interface SheetName {
  readonly name: string;
  readonly hidden: boolean;
  readonly id: string;
}

const sheetsIn = (parts: Parts, path: string): { sheets: SheetName[]; from1904: boolean } => {
  const sheets: SheetName[] = [];
  let from1904 = false;
  readPart(parts, path, (chunks) =>
    readWholeXml(chunks, {
      open(name, attributes) {
        if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
        if (name !== 'sheet') return;
        sheets.push({
          name: attributes['name'] ?? '',
          hidden: (attributes['state'] ?? 'visible') !== 'visible',
          id: attributes['r:id'] ?? idAttribute(attributes),
        });
      },
    }),
  );
  return { sheets, from1904 };
};

/** The prefix of the relation's namespace is the writer's choice. */
const idAttribute = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
