import { resolve } from 'node:path';
import { readSettings, SettingsError } from './settings.js';

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    return (error as SettingsError).problems;
  }
};

describe('the settings', () => {
  it('have a default each', () => {
    expect(readSettings({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataFolder: resolve('data'),
      log: { kind: 'sqlite', file: resolve('data/log.db') },
      vault: { kind: 'sqlite', file: resolve('data/vault.db') },
      token: undefined,
      baseUrl: undefined,
      example: false,
      noticeDays: 365,
      fileMegabytes: 10,
      linkCheck: true,
      checkpointSeconds: 60,
      browsers: [],
    });
  });

  it('can all be given', () => {
    expect(
      readSettings({
        PORT: '0',
        HOST: '::1',
        KLIMASPUR_DATA: '/srv/klimaspur',
        KLIMASPUR_LOG: 'esdb://log:2113?tls=false',
        KLIMASPUR_VAULT: 'postgres://vault/klimaspur',
        KLIMASPUR_TOKEN: 'a-token-of-enough-characters',
        KLIMASPUR_BASE_URL: 'https://klima.example.org/',
        KLIMASPUR_EXAMPLE: 'yes',
        KLIMASPUR_NOTICE_DAYS: '30',
        KLIMASPUR_FILE_MB: '25',
        KLIMASPUR_LINK_CHECK: 'off',
        KLIMASPUR_CHECKPOINT_SECONDS: '0',
        KLIMASPUR_CHROMIUM: '/opt/chromium',
      }),
    ).toEqual({
      port: 0,
      host: '::1',
      dataFolder: '/srv/klimaspur',
      log: { kind: 'eventstoredb', url: 'esdb://log:2113?tls=false' },
      vault: { kind: 'postgres', url: 'postgres://vault/klimaspur' },
      token: 'a-token-of-enough-characters',
      baseUrl: 'https://klima.example.org',
      example: true,
      noticeDays: 30,
      fileMegabytes: 25,
      linkCheck: false,
      checkpointSeconds: 0,
      browsers: ['/opt/chromium'],
    });
  });

  it('look for a browser where programs lie, or for none', () => {
    const { browsers } = readSettings({ PATH: '/usr/local/bin:/usr/bin' });
    expect(browsers).toContain('/usr/bin/chromium');
    expect(browsers[0]).toBe('/usr/local/bin/chromium');
    expect(readSettings({ PATH: '/usr/bin', KLIMASPUR_CHROMIUM: 'off' }).browsers).toEqual([]);
  });

  it('place a named SQLite file in the data folder', () => {
    const { log } = readSettings({ KLIMASPUR_DATA: '/srv/k', KLIMASPUR_LOG: 'sqlite:other.db' });
    expect(log).toEqual({ kind: 'sqlite', file: '/srv/k/other.db' });
  });

  it('take an empty variable for an absent one', () => {
    expect(readSettings({ PORT: '', KLIMASPUR_TOKEN: ' ' })).toEqual(readSettings({}));
  });

  it('cannot be changed afterwards', () => {
    const settings = readSettings({});
    expect(Object.isFrozen(settings) && Object.isFrozen(settings.log)).toBe(true);
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3000.5'],
    ['KLIMASPUR_LOG', 'mysql://log'],
    ['KLIMASPUR_VAULT', 'log.db'],
    ['KLIMASPUR_VAULT', 'postgres://'],
    ['KLIMASPUR_VAULT', 'postgres://host'],
    ['KLIMASPUR_VAULT', 'postgres:///database'],
    ['KLIMASPUR_TOKEN', 'too short'],
    ['KLIMASPUR_BASE_URL', 'klima.example.org'],
    ['KLIMASPUR_BASE_URL', 'https://example.org/klima'],
    ['KLIMASPUR_BASE_URL', 'https://example.org/?lang=de'],
    ['KLIMASPUR_BASE_URL', 'https://example.org/#top'],
    ['KLIMASPUR_BASE_URL', 'https://user:word@example.org'],
    ['KLIMASPUR_BASE_URL', 'ftp://example.org'],
    ['KLIMASPUR_EXAMPLE', 'true'],
    ['KLIMASPUR_NOTICE_DAYS', '0'],
    ['KLIMASPUR_NOTICE_DAYS', 'never'],
    ['KLIMASPUR_FILE_MB', '101'],
    ['KLIMASPUR_LINK_CHECK', 'no'],
    ['KLIMASPUR_CHECKPOINT_SECONDS', '86401'],
  ])('refuse %s=%s by name', (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([expect.stringMatching(`^${name} must be `)]);
  });

  it('name every problem at once', () => {
    expect(problemsOf({ PORT: 'x', KLIMASPUR_EXAMPLE: 'x' })).toHaveLength(2);
  });

  it('take a PostgreSQL by host and database, or by the folder of its socket', () => {
    for (const url of [
      'postgresql://u:p@db.example/v?sslmode=verify-full',
      'postgres:///v?host=/run/pg',
    ]) {
      expect(readSettings({ KLIMASPUR_VAULT: url }).vault).toEqual({ kind: 'postgres', url });
    }
  });

  it('never repeat the password of a database', () => {
    expect(problemsOf({ KLIMASPUR_LOG: 'esbd://u:secret@host' }).join()).not.toContain('secret');
    expect(problemsOf({ KLIMASPUR_VAULT: 'postgres://u:secret@host' }).join()).not.toContain(
      'secret',
    );
  });

  it('never repeat a token', () => {
    expect(problemsOf({ KLIMASPUR_TOKEN: 'my secret' }).join()).not.toContain('my secret');
  });
});
