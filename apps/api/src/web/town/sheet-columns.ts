import type { ColumnKind } from '@klimaspur/exports';

/** The sheets of a town's workbook that are neither the measures nor the table of a chart, with their columns. */
export const listSheets = {
  organs: ['id', 'name', 'kind', 'final'],
  decisions: ['id', 'title', 'on', 'body', 'outcome', 'paper', 'count'],
  entries: ['entry', 'measureId', 'measure', 'on', 'latest', 'recorded', 'what', 'standing'],
  evidence: ['entry', 'measureId', 'kind', 'title', 'url'],
} as const;

export type ListSheet = keyof typeof listSheets;
export type SheetColumn = (typeof listSheets)[ListSheet][number];

export const listSheetNames = Object.keys(listSheets) as ListSheet[];

const kinds: Partial<Record<SheetColumn, ColumnKind>> = { on: 'date', count: 'amount' };

export const kindOf = (column: SheetColumn): ColumnKind => kinds[column] ?? 'text';
