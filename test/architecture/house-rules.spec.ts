import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { messageRules } from './message-rules.js';
import { textRules } from './text-rules.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const brokenHouse = fileURLToPath(new URL('broken-house', import.meta.url));
const require = createRequire(import.meta.url);
const config = `${root}.dependency-cruiser.cjs`;
const { forbidden } = require(config) as { forbidden: { name: string }[] };

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { name: string };
}

function violationsIn(house: string): Violation[] {
  const cruiser = `${root}node_modules/dependency-cruiser/bin/dependency-cruise.mjs`;
  const words = ['--config', config, '--output-type', 'json', 'apps', 'libs'];
  const { stdout } = spawnSync(process.execPath, [cruiser, ...words], {
    cwd: house,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

describe('the rules of who may import whom', () => {
  it('hold in this house', () => {
    const broken = violationsIn(root).map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
    expect(broken).toEqual([]);
  });

  it('can all be broken: each is seen to fail in the broken house', () => {
    const broken = new Set(violationsIn(brokenHouse).map(({ rule }) => rule.name));
    expect([...broken].sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });
});

describe.each([...textRules, ...messageRules])('the rule: $name', ({ breaches, brokenBy }) => {
  it('holds in this house', async () => {
    expect(await breaches(root)).toEqual([]);
  });

  it('is seen to fail in the broken house', async () => {
    expect(await breaches(brokenHouse)).toEqual(brokenBy);
  });
});
