import { DomainError } from '@klimaspur/domain';
import { readMapping, Unreadable, type ColumnMapping } from '@klimaspur/importers';
import type { ImportQuery } from './imports.dto.js';

/** How the table is to be read, as far as the address says it. */
export const mappingFrom = ({ mapping, sheet }: ImportQuery): ColumnMapping => {
  const said = mapping === undefined ? {} : checked(mapping);
  return {
    ...said,
    ...(sheet === undefined ? {} : { sheet: sheet.length === 1 ? sheet[0]! : sheet }),
  };
};

const checked = (text: string): ColumnMapping => {
  try {
    return readMapping(JSON.parse(text) as unknown);
  } catch (error) {
    if (!(error instanceof Unreadable) && !(error instanceof SyntaxError)) throw error;
    const at = error instanceof Unreadable ? error.params['path'] : '';
    const path = at === '' || at === undefined ? 'mapping' : `mapping.${at}`;
    throw new DomainError('command/invalid', [
      { path, code: 'field/wrong-form', params: { example: '{"columns":{"Maßnahme":"title"}}' } },
    ]);
  }
};
