import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A rule that imports alone cannot show. */
export interface TextRule {
  readonly name: string;
  /** The files of a house, as paths from its root, that break the rule. */
  breaches(house: string): string[];
  /** What must be found in the broken house. */
  readonly brokenBy: string[];
}

const TOP_LEVEL = new Set([
  'apps',
  'libs',
  'test',
  'docs',
  'docker-compose.yml',
  'nest-cli.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'LICENSE',
  'publiccode.yml',
]);
/** Made by the tools, never committed. */
const MADE = new Set(['node_modules', 'dist', 'data', 'coverage']);

export const textRules: TextRule[] = [
  {
    name: 'the top level shows only what a newcomer looks for',
    breaches: (house) =>
      readdirSync(house).filter(
        (name) => !name.startsWith('.') && !TOP_LEVEL.has(name) && !MADE.has(name),
      ),
    brokenBy: ['helpers'],
  },
  {
    name: 'only the config of an app reads the environment',
    breaches: forbid(/process\s*(\?\.|\.)\s*env\b|process\s*\[|\benv\b[^;\n]*\bnode:process/, {
      under: ['apps', 'libs'],
      except: /^apps\/[^/]+\/src\/config\.ts$/,
    }),
    brokenBy: ['libs/vault/src/reads-environment.ts'],
  },
  {
    name: 'the domain has no clock and no dice',
    breaches: forbid(
      /\bDate\.now\b|\bnew Date\(\s*\)|\bnew Date\b(?!\()|\bDate\(\s*\)|\bperformance\b|\brandomUUID\b|\bgetRandomValues\b|Math\.random/,
      { under: ['libs/domain'] },
    ),
    brokenBy: ['libs/domain/src/asks-the-clock.ts', 'libs/domain/src/throws-dice.ts'],
  },
  {
    name: 'events go through the log, never through Nest’s buses in memory',
    breaches: forbid(
      /import\s*{[^}]*\b(EventBus|EventPublisher|AggregateRoot|Saga|EventsHandler)\b[^}]*}\s*from\s*'@nestjs\/cqrs'/,
      { under: ['apps'] },
    ),
    brokenBy: ['apps/api/src/uses-event-bus.ts'],
  },
];

function forbid(pattern: RegExp, { under, except }: { under: string[]; except?: RegExp }) {
  return (house: string): string[] =>
    under
      .flatMap((folder) => sourcesIn(house, folder))
      .filter((file) => !except?.test(file))
      .filter((file) => pattern.test(codeOf(join(house, file))))
      .sort();
}

/** What runs; tests speak as they like. */
export function sourcesIn(house: string, folder: string): string[] {
  if (!existsSync(join(house, folder))) return [];
  return readdirSync(join(house, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(house, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !/\.spec\.tsx?$|\/src\/testing\//.test(file));
}

/** Without comments: a comment may name what the code must not use. */
const codeOf = (file: string) =>
  readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');
