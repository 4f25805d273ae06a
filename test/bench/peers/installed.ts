import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const INSTALL_MS = 600_000;

interface Wanted {
  readonly name: string;
  readonly packages: readonly string[];
  /** Of node_modules: what is there once all went well. */
  readonly files: readonly string[];
  readonly words?: readonly string[];
}

/** Packages for the bench alone, outside the repository: their node_modules, or null where they cannot be installed. */
export function installed({ name, packages, files, words = [] }: Wanted): string | null {
  const folder = join(tmpdir(), `klimaspur-bench-${name}`);
  const modules = join(folder, 'node_modules');
  const isThere = () => files.every((file) => existsSync(join(modules, file)));
  if (isThere()) return modules;
  process.stderr.write(`  installing ${name} (once, some minutes)\n`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', ...words, ...packages], {
      cwd: folder,
      stdio: 'ignore',
      timeout: INSTALL_MS,
    });
  } catch {
    process.stderr.write(`  ${name} could not be installed\n`);
  }
  return isThere() ? modules : null;
}
