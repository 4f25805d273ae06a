import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operatorToken } from './operator-token.js';
import { readSettings } from './settings.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the operator’s token', () => {
  it('is the one that was set, and then none is kept', () => {
    const token = 'a-token-of-enough-characters';
    const settings = readSettings({ KLIMASPUR_DATA: folder, KLIMASPUR_TOKEN: token });
    expect(operatorToken(settings)).toBe(token);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is made once and kept, readable by its owner only', () => {
    const settings = readSettings({ KLIMASPUR_DATA: folder });
    const token = operatorToken(settings);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(operatorToken(settings)).toBe(token);
    expect(statSync(join(folder, 'token')).mode & 0o777).toBe(0o600);
  });

  it.each(['', '\n', 'half-writ'])('is made again where the file holds none: %j', (text) => {
    writeFileSync(join(folder, 'token'), text);
    const settings = readSettings({ KLIMASPUR_DATA: folder });
    const token = operatorToken(settings);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(operatorToken(settings)).toBe(token);
    expect(readdirSync(folder)).toEqual(['token']);
    expect(statSync(join(folder, 'token')).mode & 0o777).toBe(0o600);
  });
});
