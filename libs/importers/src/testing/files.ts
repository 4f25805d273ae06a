import type { ImportDocument, ImportedMeasure, ImportOptions } from '../importer.js';
import { readImport } from '../read-import.js';

export const today = '2026-09-01';

const bytesOf = (content: unknown) =>
  content instanceof Uint8Array
    ? content
    : new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));

/** Imports text, bytes, or a value that is written as JSON. */
export const importing = (
  content: unknown,
  options: Partial<ImportOptions> = {},
): ImportDocument => {
  const isTable = typeof content === 'string' || content instanceof Uint8Array;
  return readImport(bytesOf(content), {
    fileName: isTable ? 'liste.csv' : 'database.json',
    today,
    ...options,
  });
};

export const city = (pk: unknown, fields: object = {}) => ({
  model: 'cpmonitor.city',
  pk,
  fields: { name: `Stadt ${String(pk)}`, draft_mode: false, ...fields },
});

/** A task of town 1; `path` in groups of four. */
export const task = (pk: unknown, path: unknown, fields: object = {}) => ({
  model: 'cpmonitor.task',
  pk,
  fields: {
    path,
    depth: typeof path === 'string' ? path.length / 4 : 1,
    city: 1,
    draft_mode: false,
    title: `Maßnahme ${String(pk)}`,
    execution_status: 0,
    ...fields,
  },
});

export const measuresOf = (document: ImportDocument): readonly ImportedMeasure[] =>
  document.municipalities.flatMap(({ plan }) => plan.measures);

/** The only measure of the document; fails where there is another number of them. */
export const theMeasure = (document: ImportDocument): ImportedMeasure => {
  const [measure, ...more] = measuresOf(document);
  if (measure === undefined || more.length > 0) {
    throw new Error(`not one measure: ${JSON.stringify(document, null, 1)}`);
  }
  return measure;
};

export const reasonsOf = ({ refused }: ImportDocument) =>
  refused.map(({ where, column, reason }) => [where, column, reason]);

export const findingsOf = ({ findings }: ImportDocument) =>
  findings.map(({ where, code }) => [where, code]);
