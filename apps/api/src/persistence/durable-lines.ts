import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { Logger } from '@nestjs/common';

const logger = new Logger('lists');

/** One JSON object a line, as `isLine` knows it. A line that a power cut tore says nothing, and the log says so. */
export const readLines = <Line>(file: string, isLine: (value: Line) => boolean): Line[] => {
  if (!existsSync(file)) return [];
  const written = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const lines = written.flatMap((line): Line[] => {
    const value = parsed(line) as Line;
    return typeof value === 'object' && value !== null && isLine(value) ? [value] : [];
  });
  const unread = written.length - lines.length;
  if (unread > 0) logger.warn(`${unread} lines of ${file} say nothing`);
  return lines;
};

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** Answers when it is durable. */
export function addLine(path: string, line: object): void {
  const torn = existsSync(path) && !/(^|\n)$/.test(readFileSync(path, 'utf8'));
  const file = openSync(path, 'a', 0o600);
  try {
    writeSync(file, `${torn ? '\n' : ''}${JSON.stringify(line)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
