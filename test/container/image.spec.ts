import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { validate } from 'dockerfile-utils';
import { readText, root } from './compose.js';

const text = readText('.docker/Dockerfile');
/** One instruction a line. */
const lines = text
  .replaceAll(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => /^[A-Z]/.test(line));
const stages = lines.reduce<string[][]>(
  (found, line) =>
    line.startsWith('FROM ')
      ? [...found, [line]]
      : [...found.slice(0, -1), [...found.at(-1)!, line]],
  [],
);
const last = stages.at(-1)!;

describe('the image', () => {
  it('is written as Docker reads it', () => {
    expect(validate(text)).toEqual([]);
    expect(validate('FRM node')).not.toEqual([]);
  });

  it('holds what the build made, and neither sources nor compiler', () => {
    expect(stages).toHaveLength(2);
    const copied = last.filter((line) => line.startsWith('COPY '));
    expect(copied.length).toBeGreaterThan(2);
    for (const line of copied) {
      const [, from] = /^COPY --from=build \/klimaspur\/(\S+) /.exec(line)!;
      expect([from, existsSync(fileURLToPath(new URL(from!, root)))]).toEqual([from, true]);
      expect(from).toMatch(/^(package\.json|\.tools|node_modules|dist)$/);
    }
    expect(stages[0]!.join('\n')).toContain('npm prune --omit=dev');
  });

  it('runs as nobody special, and writes into its volumes alone', () => {
    expect(last.findLast((line) => line.startsWith('USER '))).toBe('USER node');
    expect(last).toContain('VOLUME ["/data", "/backups"]');
    expect(last.at(-1)).toBe('CMD ["klimaspur", "serve"]');
  });

  it('takes nothing from the context that is secret or made here', () => {
    const left = readText('.dockerignore').split('\n');
    for (const name of ['.git', '.env', 'node_modules', 'dist', 'data'])
      expect(left).toContain(name);
  });
});
