import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { announceServer, findServer, withdrawServer } from './server-file.js';

const url = 'http://127.0.0.1:3000';
const nobody = 2 ** 22 + 1;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the note of a running server', () => {
  it('leads to it', () => {
    announceServer(folder, { url, pid: process.pid });
    expect(findServer(folder)).toEqual({ url, pid: process.pid });
    expect(readdirSync(folder)).toEqual(['server.json']);
  });

  it('is gone when the server has withdrawn it', () => {
    announceServer(folder, { url, pid: process.pid });
    withdrawServer(folder, process.pid);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not withdrawn by another server', () => {
    announceServer(folder, { url, pid: process.pid });
    withdrawServer(folder, nobody);
    expect(findServer(folder)).toBeDefined();
  });

  it('does not count when its process is dead', () => {
    announceServer(folder, { url, pid: nobody });
    expect(findServer(folder)).toBeUndefined();
  });

  it.each(['', '{}', '{"url":"http://x"}'])('does not count when it reads %j', (text) => {
    writeFileSync(join(folder, 'server.json'), text);
    expect(findServer(folder)).toBeUndefined();
  });
});
