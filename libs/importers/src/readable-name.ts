/** What files are called by and plans are not: days, editions, copies. */
const asides = [
  /\.(?:csv|xlsx|json)$/i,
  /\((?:\d+|kopie|copy)\)/gi,
  /\b(?:stand|vom|version|fassung|entwurf|final|neu|kopie|v)\b[ .]*(?=\d|$)/gi,
  /\b\d{1,2}[.]\d{1,2}[.]\d{2,4}\b/g,
  /\b(?:19|20)\d{2}(?:[ .]?\d{2}){0,2}\b(?=\s*$)/g,
];

/** A name out of that of a file, to be looked at and corrected: „klimaschutzplan_stand_2024-04.xlsx“ → „Klimaschutzplan“. */
export const readableName = (fileName: string): string => {
  const words = asides
    .reduce((name, aside) => name.replace(aside, ' ').trim(), spaced(fileName))
    .replace(/\s+/g, ' ')
    .replace(/[\s.,–-]+$/u, '')
    .trim();
  const name = words || spaced(fileName);
  return name.charAt(0).toUpperCase() + name.slice(1);
};

const spaced = (fileName: string) =>
  fileName
    .replace(/[_+]+|(?<=\S)-+(?=\S)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
