import {
  measuresCsvParts,
  measuresJsonParts,
  measuresXlsxParts,
  type MeasureExportRow,
  type TableSheet,
} from '@klimaspur/exports';
import { messages, type Lang } from '@klimaspur/messages';

export type FileFormat = 'csv' | 'xlsx' | 'json';

export const fileTypes: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
};

/** Measures as a file of that kind, piece by piece while they are read; a workbook may hold more tables. */
export const measureFile = (
  rows: Iterable<MeasureExportRow>,
  format: FileFormat,
  lang: Lang,
  more?: Iterable<TableSheet>,
): Iterable<string | Uint8Array> => {
  const t = messages(lang);
  switch (format) {
    case 'csv':
      return measuresCsvParts(rows, lang);
    case 'json':
      return measuresJsonParts(rows);
    case 'xlsx':
      return measuresXlsxParts(
        rows,
        lang,
        {
          kind: (kind) => t(`columnKind.${kind}`),
          meaning: (key) => t(`columnMeaning.${key}`),
        },
        more,
      );
  }
};
