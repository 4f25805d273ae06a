import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';
import { replaceViews } from './views-file.js';

const folder = mkdtempSync(join(tmpdir(), 'klimaspur-views-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

const [old, built] = [join(folder, 'views.db'), join(folder, 'views.db.next')];

const saying = (path: string, word: string): void => {
  const db = new DatabaseSync(path);
  db.exec(`CREATE TABLE said (word TEXT); INSERT INTO said VALUES ('${word}')`);
  db.close();
};
const saidIn = (path: string): unknown => {
  const db = new DatabaseSync(path);
  const said = db.prepare('SELECT word FROM said').get();
  db.close();
  return said;
};
const filesHeld = (): string[] => {
  const fds = '/proc/self/fd';
  const held = (fd: string): string => {
    try {
      return readlinkSync(join(fds, fd));
    } catch {
      return '';
    }
  };
  return readdirSync(fds).map(held);
};

describe('a views file that was built', () => {
  it('takes the place of the old one, which is let go of', async () => {
    saying(old, 'old');
    saying(built, 'new');
    replaceViews(built, old);
    expect(saidIn(old)).toEqual({ word: 'new' });
    expect(existsSync(built)).toBe(false);
    if (process.platform !== 'linux') return;
    const heldStill = () => filesHeld().filter((file) => file.startsWith(old));
    for (let tries = 0; heldStill().length > 0 && tries < 200; tries++) await sleep(25);
    expect(heldStill()).toEqual([]);
  });

  it('takes an empty place as well', () => {
    rmSync(old);
    saying(built, 'first');
    replaceViews(built, old);
    expect(saidIn(old)).toEqual({ word: 'first' });
  });

  it('leaves the old one where there is none', () => {
    replaceViews(built, old);
    expect(saidIn(old)).toEqual({ word: 'first' });
  });
});
