import { readFileSync } from 'node:fs';
import { compile, read, sources, target } from '../compile.mjs';
import { languages } from './formatters.js';
import { messageFor, messages } from './messages.js';

describe('the messages', () => {
  it('are compiled from the present texts', async () => {
    expect(readFileSync(target, 'utf8')).toBe(await compile(sources()));
  });

  it('say every text in both languages, with every argument filled in', () => {
    for (const lang of languages) {
      for (const key of Object.keys(sources()[lang] ?? {})) {
        const args = new Proxy({}, { get: () => 2 });
        expect(messageFor(lang, key, args)).toMatch(/^(?!.*(undefined|NaN|\{|\}))[\s\S]+$/);
      }
    }
  });

  it('count as the language does', () => {
    const [de, en] = [messages('de'), messages('en')];
    expect(de('results.all', { total: 0 })).toBe('Keine Maßnahmen');
    expect(de('results.all', { total: 1 })).toBe('1 Maßnahme');
    expect(de('results.count', { shown: 1234, total: 5000 })).toBe('1.234 von 5.000 Maßnahmen');
    expect(en('results.count', { shown: 1234, total: 5000 })).toBe('1,234 of 5,000 measures');
  });

  it('quote within a quotation with single marks', () => {
    const [de, en] = [messages('de'), messages('en')];
    const title = 'Aktion „Rad“ und „Bus“';
    const town = 'Musterstadt „am Main“';
    expect(de('share.named', { title, town })).toBe(`„Aktion ‚Rad‘ und ‚Bus‘“ (${town})`);
    expect(en('share.named', { title, town })).toBe(`“Aktion ‚Rad‘ und ‚Bus‘” (${town})`);
    expect(en('share.named', { title: 'The “green” way', town: '' })).toBe('“The ‘green’ way” ()');
  });

  it('answer undefined for a key that does not exist', () => {
    expect(messageFor('de', 'error.no/such')).toBeUndefined();
    expect(messageFor('de', 'toString')).toBeUndefined();
  });
});

describe('compiling messages', () => {
  it('refuses a key that one language lacks', async () => {
    await expect(compile({ de: { a: 'x', b: 'y' }, en: { a: 'x' } })).rejects.toThrow(
      'b: missing in en',
    );
    await expect(compile({ de: { a: 'x' }, en: { a: 'x', b: 'y' } })).rejects.toThrow(
      'b: missing in de',
    );
  });

  it('refuses a key that is written twice', () => {
    expect(() => read('{\n  "a": "x",\n  "b": "y",\n  "a": "z"\n}')).toThrow('written twice: a');
  });

  it('refuses arguments that differ in name or kind', async () => {
    await expect(compile({ de: { a: '{n}' }, en: { a: '{m}' } })).rejects.toThrow('a: de takes');
    await expect(compile({ de: { a: '{n, number}' }, en: { a: '{n}' } })).rejects.toThrow(
      'a: de takes',
    );
  });

  it('refuses what it does not understand, naming the key', async () => {
    const text = '{d, date}';
    await expect(compile({ de: { a: text }, en: { a: text } })).rejects.toThrow(/^a: only/);
  });

  it('keeps quotes, backticks and dollar signs as they are', async () => {
    const text = "a `b` $'{'c'}' \"d\" \\ {n}";
    expect(await compile({ de: { a: text }, en: { a: text } })).toContain(
      'a \\`b\\` \\${c} "d" \\\\ ',
    );
  });
});
