import { readFileSync, writeFileSync } from 'node:fs';
import { catalogue } from '@klimaspur/domain';
import { eventsDocument } from './events-document.js';

const path = 'docs/events.md';
const mark = '<!-- generated from libs/domain: do not edit below -->';
const [head] = readFileSync(path, 'utf8').split(mark);
const expected = `${head}${mark}\n\n${eventsDocument()}`;

describe('docs/events.md', () => {
  it('lists every event with every field (`npm run docs` writes it anew)', () => {
    if (process.env['UPDATE_DOCS']) writeFileSync(path, expected);
    expect(readFileSync(path, 'utf8')).toBe(expected);
  });

  it('names every stored type', () => {
    const document = readFileSync(path, 'utf8');
    for (const type of Object.keys(catalogue)) expect(document).toContain(`### ${type}\n`);
  });
});
