import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBuiltServer } from '../tools/running-server.js';
import { klimaspurIn } from '../tools/shell.js';

const LANG = 'de_DE.UTF-8';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const german = (words: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  klimaspurIn({ data: join(folder, 'data'), environment: { LANG, ...environment } }, ...words);

describe('a German shell', () => {
  it('is told in German what is wrong with a backup', async () => {
    const file = join(folder, 'backup.tar');
    writeFileSync(file, 'no backup '.repeat(200));
    const none = await german(['restore', file]);
    expect([none.code, none.err]).toEqual([
      1,
      `${file} ist keine Sicherung von Klimaspur: Sie beginnt nicht mit einem Verzeichnis.\n`,
    ]);
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'log.db'), 'x');
    writeFileSync(join(folder, 'data', 'token'), 'x');
    const used = await german(['restore', file]);
    expect(used.code).toBe(1);
    expect(used.err).toMatch(
      / geht nur in einen leeren Ordner, und in .* liegt .* und 1 weitere\. /,
    );
    expect(used.err).toContain('nennen Sie einen anderen mit --data ORDNER');
  });

  it('is told in German which settings are wrong, by every command', async () => {
    const wrong = { PORT: 'x', KLIMASPUR_EXAMPLE: 'maybe', KLIMASPUR_TOKEN: 'short' };
    for (const words of [['serve'], ['rebuild']]) {
      const { code, err } = await german(words, wrong);
      expect([words, code, err.trim().split('\n')]).toEqual([
        words,
        1,
        [
          'PORT muss eine Zahl von 0 bis 65535 sein, ist aber „x“.',
          'KLIMASPUR_TOKEN muss mindestens 24 druckbare Zeichen ohne Leerzeichen haben.',
          'KLIMASPUR_EXAMPLE muss yes oder no sein, ist aber „maybe“.',
        ],
      ]);
    }
  });

  it('is welcomed in German, and told what stands in the way', async () => {
    const server = await startBuiltServer({ LANG });
    try {
      expect(server.said).toMatch(/\n {2}Datenordner +\S+\n/);
      expect(server.said).toMatch(/\n {2}Beenden mit +Strg\+C\n/);
      expect(server.link).toMatch(/^http/);
      const busy = { PORT: new URL(server.url).port };
      const { code, err } = await german(['serve'], busy);
      expect([code, err.split('\n')[0]]).toEqual([
        1,
        `Port ${busy.PORT} benutzt schon ein anderes Programm. Halten Sie dieses an, oder nehmen Sie mit PORT=0 einen freien Port.`,
      ]);
      const twice = await klimaspurIn(
        { data: server.folder, environment: { LANG, PORT: '0' } },
        'serve',
      );
      expect(twice.code).toBe(1);
      expect(twice.err).toContain('wird gerade von einem anderen Programm benutzt');
    } finally {
      await server.stop();
    }
  });

  it('is shown commands as they are typed here', async () => {
    expect((await german(['dance'])).err).toContain(
      'Mehr zu einem Befehl: npx klimaspur BEFEHL --help',
    );
  });
});
