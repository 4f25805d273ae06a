import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { readSettings } from '@klimaspur/settings';
import { pino } from 'pino';
import { createApp } from '../../apps/api/src/create-app.js';
import { token } from './app.js';

const email = 'hannelore@geheim.example';
const words = 'GEHEIMHINWEIS';

describe('a line of the log', () => {
  it('holds nothing that a stranger wrote, whether it was taken or refused, and no address', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
    const lines: string[] = [];
    const sink = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        lines.push(String(chunk));
        done();
      },
    });
    const settings = readSettings({
      KLIMASPUR_DATA: folder,
      KLIMASPUR_TOKEN: token,
      KLIMASPUR_EXAMPLE: 'yes',
      KLIMASPUR_LINK_CHECK: 'off',
    });
    const app = await createApp(settings, pino({ level: 'trace' }, sink));
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as { port: number };
    const url = `http://127.0.0.1:${port}`;
    const { items } = (await (await fetch(`${url}/api/v1/measures?limit=1`)).json()) as {
      items: { id: string; municipality: { slug: string } }[];
    };
    const [{ id, municipality }] = items as [(typeof items)[number]];
    const path = `${url}/de/kommunen/${municipality.slug}/massnahmen/${id}/hinweis`;
    const send = (fields: Record<string, string>, origin = url) =>
      fetch(path, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin, 'x-forwarded-for': '192.0.2.77' },
        body: new URLSearchParams(fields),
      });
    const told = { text: words, source: words, email };
    const answers = [
      await send(told),
      await send({ ...told, text: '' }),
      await send(told, 'https://evil.example'),
      await send({ ...told, text: words.repeat(10_000) }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([303, 400, 403, 413]);
    await app.close();
    rmSync(folder, { recursive: true });
    expect(lines.filter((line) => /hinweis","status"/.test(line))).toHaveLength(4);
    expect(lines.join('')).not.toMatch(
      new RegExp(`${words}|hannelore|192\\.0\\.2\\.77|127\\.0\\.0\\.1`),
    );
  });
});
