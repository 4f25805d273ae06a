// A program: the whole built server, but its read models know their answer by heart. Speaks its address to its parent.
import { readFileSync } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ReadModels } from '@klimaspur/read-models';
import { readSettings, type Settings } from '@klimaspur/settings';

interface Built {
  createApp(settings: Settings): Promise<NestFastifyApplication>;
  Worlds: new () => { current(): { readModels: ReadModels } };
}
const built = async (file: string) =>
  (await import(new URL(`../../../dist/apps/api/src/${file}`, import.meta.url).href)) as Built;

const [file = '', folder = ''] = process.argv.slice(2);
const { answer } = JSON.parse(readFileSync(file, 'utf8')) as { answer: never };
const { createApp } = await built('create-app.js');
const { Worlds } = await built('persistence/worlds.js');

const app = await createApp(readSettings({ KLIMASPUR_DATA: folder, KLIMASPUR_LINK_CHECK: 'off' }));
const { readModels } = app.get(Worlds).current();
readModels.measures = () => answer;
readModels.measure = () => answer;
await app.listen(0, '127.0.0.1');
process.send?.(await app.getUrl());
