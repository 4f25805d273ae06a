/**
 * A list in one cell: an item per line, its parts between ` | `, parts at the end that say nothing left out. Signs
 * that mean something here have a `\` before them, so that the importer reads back what was there.
 */
export const listCell = (items: readonly (readonly (string | undefined)[])[]): string =>
  items.map(line).join('\n');

const line = (parts: readonly (string | undefined)[]): string => {
  const said = parts.findLastIndex((part) => part !== undefined && part !== '');
  return parts
    .slice(0, said + 1)
    .map((part = '') =>
      part.replace(/[\\|]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r'),
    )
    .join(' | ');
};
