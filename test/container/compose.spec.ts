import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSettings } from '@klimaspur/settings';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { readCompose, readText, root, startedBy } from './compose.js';

const compose = readCompose();
const { services } = compose;
const named = (filter: (name: string) => boolean) => Object.keys(services).filter(filter);
const isApp = (name: string) => /^klimaspur(-\d)?$/.test(name);
const isSetup = (name: string) => name.startsWith('setup-');

describe('the compose file', () => {
  it('has the shape that Docker Compose reads', () => {
    const path = createRequire(import.meta.url).resolve('dclint/package.json');
    const schema = JSON.parse(
      readFileSync(join(path, '..', 'schemas', 'compose.schema.json'), 'utf8'),
    ) as object;
    const ajv = new Ajv2019({ strict: false, allErrors: true, validateFormats: false });
    const { $schema: _, ...shape } = schema as { $schema?: string };
    const isValid = ajv.compile(shape);
    expect([isValid(compose), isValid.errors]).toEqual([true, null]);
    expect(isValid({ ...compose, services: { klimaspur: { port: 3000 } } })).toBe(false);
  });

  it('starts the app alone, and of each profile all that belongs to it, none twice', () => {
    expect(startedBy(compose)).toEqual(['klimaspur']);
    expect(startedBy(compose, 'eventstoredb')).toEqual([
      'klimaspur',
      'setup-eventstoredb',
      'eventstore',
    ]);
    expect(startedBy(compose, 'cluster').filter(isApp)).toEqual(['klimaspur', 'klimaspur-2']);
    expect(startedBy(compose, 'cluster')).toEqual(
      expect.arrayContaining(['eventstore-1', 'eventstore-2', 'eventstore-3', 'postgres', 'proxy']),
    );
    const folders = named(isApp).map((name) => String(services[name]!.volumes![0]));
    expect(new Set(folders).size).toBe(folders.length);
  });

  it('waits for nothing that another profile has', () => {
    for (const profile of [undefined, 'eventstoredb', 'cluster']) {
      const started = startedBy(compose, profile);
      for (const name of started) {
        const needs = Object.entries(services[name]!.depends_on ?? {});
        const missing = needs.filter(
          ([need, { required }]) => !started.includes(need) && required !== false,
        );
        expect([profile, name, missing]).toEqual([profile, name, []]);
      }
    }
  });

  it('is reached from this machine alone', () => {
    const ports = Object.values(services).flatMap(({ ports = [] }) => ports);
    expect(ports.length).toBeGreaterThan(0);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
  });

  it('names every version, and asks each service that stays how it is', () => {
    for (const [name, { image, healthcheck, restart }] of Object.entries(services)) {
      expect([name, image]).toEqual([name, expect.stringMatching(/^[a-z/-]+:\d+\.\d+[\w.-]*$/)]);
      expect([name, healthcheck !== undefined]).toEqual([name, !isSetup(name)]);
      expect([name, restart]).toEqual([name, isSetup(name) ? undefined : 'unless-stopped']);
    }
  });

  it('runs the app as nobody special, on a file system that it cannot change', () => {
    for (const name of named(isApp)) {
      expect(services[name]).toMatchObject({
        read_only: true,
        user: '1000:1000',
        cap_drop: ['ALL'],
      });
    }
  });

  it('holds no password, neither in itself nor in an environment', () => {
    const text = readText('docker-compose.yml');
    expect(text).not.toMatch(/changeit|password[:=] *['"]?\w/i);
    for (const { environment = {} } of Object.values(services)) {
      for (const [setting, value] of Object.entries(environment)) {
        if (/PASSWORD|TOKEN|SECRET/.test(setting)) expect(value).toMatch(/^\/secrets\//);
      }
    }
  });

  it('uses each volume that it names', () => {
    const used = Object.values(services).flatMap(({ volumes = [] }) =>
      volumes.map((volume) =>
        typeof volume === 'string' ? volume.split(':', 1)[0]! : volume.source,
      ),
    );
    const inside = [...new Set(used)].filter((name) => !name.startsWith('.'));
    expect(inside.sort()).toEqual(Object.keys(compose.volumes).sort());
  });
});

describe('the setup of a profile', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'klimaspur-setup-'));
    // Stands in for the image that makes certificates: notes what it is asked for.
    const tool = `#!/bin/bash
      while [ $# -gt 0 ]; do [ "$1" = -out ] && out=$2; shift; done
      mkdir -p "$out"; for it in ca.crt ca.key node.crt node.key; do echo made > "$out/$it"; done\n`;
    writeFileSync(join(folder, 'es-gencert-cli'), tool, { mode: 0o755 });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const setUp = (profile: string) => {
    const [SECRETS, CERTIFICATES] = ['secrets', 'certificates'].map((name) => join(folder, name));
    spawnSync('mkdir', ['-p', SECRETS!, CERTIFICATES!]);
    const script = fileURLToPath(new URL('.docker/setup.sh', root));
    const env = {
      SECRETS,
      CERTIFICATES,
      OWNER: '',
      PATH: [folder, process.env['PATH']].join(delimiter),
    };
    return spawnSync('bash', [script, profile], { encoding: 'utf8', env });
  };
  const secret = (name: string) => readFileSync(join(folder, 'secrets', name), 'utf8');
  const settings = () =>
    Object.fromEntries(
      [...secret('app.env').matchAll(/^export (\w+)='(.*)'$/gm)].map(([, name, value]) => [
        name,
        value!,
      ]),
    );

  it('makes settings that the app takes, with passwords of its own, once', () => {
    expect(setUp('cluster')).toMatchObject({ status: 0, stderr: '' });
    const made = settings();
    expect(readSettings(made)).toMatchObject({
      log: { kind: 'eventstoredb' },
      vault: { kind: 'postgres' },
    });
    const passwords = ['postgres', 'eventstore-admin', 'eventstore-ops', 'token'].map(secret);
    for (const password of passwords) expect(password).toMatch(/^[A-Za-z0-9]{40}$/);
    expect(new Set(passwords).size).toBe(4);
    expect(made['KLIMASPUR_VAULT']).toContain(passwords[0]);
    expect(made['KLIMASPUR_LOG']).toContain(passwords[1]);
    expect(secret('eventstore.env')).toContain(passwords[1]);
    expect(readdirSync(join(folder, 'certificates')).sort()).toEqual([
      ...['ca', 'eventstore-1', 'eventstore-2', 'eventstore-3'],
    ]);
    for (const name of readdirSync(join(folder, 'secrets'))) {
      expect([name, statSync(join(folder, 'secrets', name)).mode & 0o077]).toEqual([name, 0]);
    }
    expect(setUp('cluster').status).toBe(0);
    expect(settings()).toEqual(made);
  });

  it('names each node of the compose file in its certificates and in the address of the log', () => {
    setUp('cluster');
    for (const name of named((each) => /^eventstore-\d$/.test(each))) {
      expect(settings()['KLIMASPUR_LOG']).toContain(`${name}:2113`);
      expect(services[name]!.environment!['EVENTSTORE_CERTIFICATE_FILE']).toBe(
        `/certificates/${name}/node.crt`,
      );
      expect(readdirSync(join(folder, 'certificates', name))).toContain('node.crt');
    }
  });

  it('refuses to take the log of another profile for its own', () => {
    expect(setUp('eventstoredb').status).toBe(0);
    expect(readSettings(settings())).toMatchObject({
      log: { kind: 'eventstoredb' },
      vault: { kind: 'sqlite' },
    });
    const { status, stderr } = setUp('cluster');
    expect([status, stderr]).toEqual([1, expect.stringContaining('klimaspur log copy')]);
  });
});
