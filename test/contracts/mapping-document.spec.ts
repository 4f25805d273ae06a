import { readFileSync, writeFileSync } from 'node:fs';
import { readMapping } from '@klimaspur/importers';
import { mappingDocument, mappingParts } from './mapping-document.js';

const path = 'docs/list-mapping.md';
const mark = '<!-- generated from libs/importers: do not edit below -->';
const [head = ''] = readFileSync(path, 'utf8').split(mark);
const expected = `${head}${mark}\n\n${mappingDocument()}`;
const example = JSON.parse(/```json\n([\s\S]+?)```/.exec(head)![1]!) as object;

describe('docs/list-mapping.md', () => {
  it('lists every part, column and word of a mapping (`npm run docs` writes it anew)', () => {
    if (process.env['UPDATE_DOCS']) writeFileSync(path, expected);
    expect(readFileSync(path, 'utf8')).toBe(expected);
  });

  it('shows an example that is a mapping', () => {
    expect(readMapping(example)).toEqual(example);
  });

  it('names the parts that are read, and no others', () => {
    const refused = (mapping: unknown) => {
      try {
        return readMapping(mapping) && '';
      } catch (error) {
        return (error as { params: { allowed: string } }).params.allowed;
      }
    };
    expect(refused({ nothing: 1 })).toBe(mappingParts.join(', '));
  });

  it('is what README and the help of the command lead to', () => {
    expect(readFileSync('README.md', 'utf8')).toContain(`(${path})`);
    for (const lang of ['de', 'en']) {
      const messages = JSON.parse(readFileSync(`libs/messages/${lang}.json`, 'utf8')) as object;
      expect((messages as Record<string, string>)['cli.import.mapping']).toContain(path);
    }
  });
});
