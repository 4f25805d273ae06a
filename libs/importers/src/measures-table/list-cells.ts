/** A list in one cell as our export writes it: an item per line, its parts between ` | `, `\` before signs that mean something. */
export const partsOfLines = (cell: string): string[][] => cell.split('\n').map(partsOfLine);

const partsOfLine = (line: string): string[] => {
  const parts = [''];
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at] ?? '';
    const last = parts.length - 1;
    if (sign === '|') {
      parts[last] = parts[last]!.replace(/ $/, '');
      parts.push('');
      if (line[at + 1] === ' ') at += 1;
    } else if (sign === '\\') {
      at += 1;
      parts[last] += escapes[line[at] ?? ''] ?? line[at] ?? '';
    } else parts[last] += sign;
  }
  return parts;
};

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r' };

const bullet = /^\s*(?:[-–•*·▪]|\(?\d{1,2}[.)])\s+/u;

/** A list as people write it: a line or bullet for each item. */
export const itemsOf = (cell: string, separators = /[\n;]/): string[] =>
  cell
    .split(separators)
    .map((item) => item.replace(bullet, '').replace(/\s+/g, ' ').trim())
    .filter((item) => item !== '');
