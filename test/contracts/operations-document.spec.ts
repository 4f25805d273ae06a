import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readCompose, readText, root } from '../container/compose.js';

const page = readText('docs/operations.md');
const found = (pattern: RegExp): string[] => [
  ...new Set([...page.matchAll(pattern)].map(([, name]) => name!)),
];
const sourcesOf = (folder: string): string =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!spec)\.tsx?$/.test(name))
    .map((name) => readFileSync(new URL(`${folder}/${name}`, root), 'utf8'))
    .join('\n');

describe('docs/operations.md', () => {
  it('names settings that there are', () => {
    const settings = sourcesOf('libs/settings/src');
    const names = found(/\b(KLIMASPUR_[A-Z_]+)\b/g);
    expect(names.length).toBeGreaterThan(4);
    expect(names.filter((name) => !settings.includes(`'${name}'`))).toEqual([]);
  });

  it('names profiles and services of the compose file', () => {
    const { services } = readCompose();
    const profiles = Object.values(services).flatMap((service) => service.profiles ?? []);
    const named = found(/--profile (\w+)/g);
    expect(named.sort()).toEqual([...new Set(profiles)].sort());
    for (const name of found(
      /docker compose[^\n]* (?:exec|restart|setup-cluster|run) ([a-z]+-[\w]+)/g,
    )) {
      expect(Object.keys(services)).toContain(name);
    }
  });

  it('names commands that there are', () => {
    const usages = [...sourcesOf('apps/cli/src').matchAll(/usage: '([a-z ]+)/g)].map(([, usage]) =>
      usage!.trim(),
    );
    const named = found(/`klimaspur ((?:[a-z]+)(?: [a-z]+)?)/g);
    expect(named.length).toBeGreaterThan(2);
    expect(
      named.filter(
        (name) => !usages.some((usage) => usage === name || name.startsWith(`${usage} `)),
      ),
    ).toEqual([]);
  });

  it('names metrics, checks and codes that there are', () => {
    const sources =
      sourcesOf('apps/api/src') +
      sourcesOf('libs/event-store/src') +
      sourcesOf('libs/vault/src') +
      sourcesOf('libs/proofs/src');
    const codes = found(/`((?:klimaspur_|storage\/|start\/|log\/|vault\/|backup\/)[\w-]+)`/g);
    expect(codes.length).toBeGreaterThan(6);
    const isThere = (code: string) =>
      sources.includes(code) ||
      (code.startsWith('storage/') && sources.includes(`'${code.slice(8)}'`));
    expect(codes.filter((code) => !isThere(code))).toEqual([]);
    for (const check of ['log', 'disk', 'read models', 'vault']) {
      expect(sources).toContain(`checks.add('${check}'`);
      expect(page).toContain(check);
    }
  });

  it('leads to pages that there are, and is led to', () => {
    for (const link of found(/\]\(([^)#]+)/g)) {
      expect([link, existsSync(new URL(`docs/${link}`, root))]).toEqual([link, true]);
    }
    for (const file of ['README.md', 'docs/hosting.md', 'docs/architecture.md']) {
      expect([file, readText(file).includes('operations.md')]).toEqual([file, true]);
    }
  });
});
