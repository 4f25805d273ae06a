import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { readSettings } from '@klimaspur/settings';
import { PdfPrinter } from './pdf-printer.js';
import { selfContained } from './self-contained.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'klimaspur-printer-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes a line for each call, waits until it may go on, and copies the page where the PDF is to be. */
const browser = `#!/bin/sh
echo begun >> "$FOLDER/calls"
while [ ! -e "$FOLDER/go" ]; do sleep 0.05; done
for argument; do
  case "$argument" in
    --print-to-pdf=*) pdf="\${argument#*=}" ;;
    file://*) page="\${argument#file://}" ;;
  esac
done
grep -q broken "$page" && exit 1
echo ended >> "$FOLDER/calls"
cp "$page" "$pdf"
`;

const printerWith = (script: string): PdfPrinter => {
  const file = join(folder, 'browser');
  writeFileSync(file, script.replaceAll('$FOLDER', folder));
  chmodSync(file, 0o700);
  return new PdfPrinter(readSettings({ KLIMASPUR_CHROMIUM: file }));
};

const calls = (): string[] =>
  existsSync(join(folder, 'calls')) ? readFileSync(join(folder, 'calls'), 'utf8').split('\n') : [];
const begun = async (): Promise<void> => {
  while (!calls().includes('begun')) await setTimeout(10);
};
const letGo = () => writeFileSync(join(folder, 'go'), '');

describe('the printer', () => {
  it('prints one page at a time, and asks whoever comes when many wait to come again', async () => {
    const printer = printerWith(browser);
    const waiting = ['1', '2', '3', '4'].map((html) => printer.print(html));
    await begun();
    await expect(printer.print('5')).rejects.toMatchObject({
      code: 'print/busy',
      details: { headers: { 'retry-after': '60' } },
    });
    expect(calls().filter((call) => call === 'begun')).toHaveLength(1);
    letGo();
    const printed = await Promise.all(waiting);
    expect(printed.map(String)).toEqual(['1', '2', '3', '4']);
    expect(calls().filter(Boolean)).toEqual([1, 2, 3, 4].flatMap(() => ['begun', 'ended']));
    expect(String(await printer.print('5'))).toBe('5');
  });

  it('prints the same page once', async () => {
    letGo();
    const printer = printerWith(browser);
    const first = await printer.print('page');
    expect(await printer.print('page')).toBe(first);
    expect(calls().filter((call) => call === 'begun')).toHaveLength(1);
  });

  it('says that it did not work out, and prints the next one', async () => {
    letGo();
    const printer = printerWith(browser);
    await expect(printer.print('broken')).rejects.toMatchObject({ code: 'print/failed' });
    expect(String(await printer.print('whole'))).toBe('whole');
  });

  it('says where there is none', async () => {
    const settings = readSettings({ KLIMASPUR_CHROMIUM: join(folder, 'nowhere') });
    const printer = new PdfPrinter(settings);
    expect(printer.isThere).toBe(false);
    await expect(printer.print('page')).rejects.toMatchObject({ code: 'print/no-browser' });
  });
});

describe('a page that is printed', () => {
  it('holds its styles and fonts, and loads and runs nothing', () => {
    writeFileSync(join(folder, 'site.css'), '@font-face{src:url(/assets/font.woff2)}p{color:red}');
    writeFileSync(join(folder, 'font.woff2'), 'font');
    const page = selfContained(
      `<html><head><link rel="preload" href="/assets/font.woff2" as="font"/>
      <link rel="stylesheet" href="/assets/site.css"/><link rel="icon" href="/assets/icon.svg"/>
      <script type="module" src="/assets/client.js"></script></head><body>„Text“</body></html>`,
      folder,
    );
    const font = Buffer.from('font').toString('base64');
    expect(page).toContain(
      `<style>@font-face{src:url(data:font/woff2;base64,${font})}p{color:red}`,
    );
    expect(page).toContain(`content="default-src 'none'`);
    expect(page).not.toMatch(/<script|<link|\/assets\//);
  });
});
