import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '@klimaspur/domain';
import { AppendTooLarge, OutcomeUnknown } from '@klimaspur/event-store';
import { languages, messageFor } from '@klimaspur/messages';
import { VaultUnavailable } from '@klimaspur/vault';
import { problemOf } from './problem.js';
import { readRefusal } from './read-refusal.js';
import { Refusal } from './refusal.js';
import { statuses } from './statuses.js';

/** Every code that stands in the source of the rooms that refuse. */
const codesInSource = (): Set<string> => {
  const rooms = ['libs/domain/src', 'libs/event-store/src', 'apps/api/src'];
  const files = rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
  );
  const sources = files.filter((name) => /(?<!spec|generated)\.tsx?$/.test(name));
  const families =
    /'((?:field|reference|command|request|auth|route|entry|log|link|stream|idempotency|role|server)\/[a-z-]+)'/g;
  return new Set(
    sources.flatMap((name) =>
      [...readFileSync(name, 'utf8').matchAll(families)].map(([, code]) => code!),
    ),
  );
};

/** Refused where there is no request, and said by the command line. */
const atStart = new Set([
  'log/data-folder-in-use',
  'log/broken',
  'log/untrusted',
  'log/needs-tls',
  'log/without-tls',
  'log/no-login',
  'log/missing',
  'log/gone',
  'log/shorter',
]);
const args = new Proxy({}, { get: () => 2 });

describe('a refusal', () => {
  it('has words in both languages, whatever its code', () => {
    const codes = [...codesInSource(), ...Object.keys(statuses)].filter(
      (code) => !atStart.has(code),
    );
    expect(codes.length).toBeGreaterThan(60);
    const wordless = codes.filter((code) =>
      languages.some((lang) => messageFor(lang, `problem.${code}`, args) === undefined),
    );
    expect(wordless).toEqual([]);
  });

  it('has a title for its status', () => {
    for (const status of new Set(Object.values(statuses))) {
      for (const lang of languages) {
        expect(messageFor(lang, `problem.title.${status}`)).toBeDefined();
      }
    }
  });

  it('names each field with its path, a code and words', () => {
    const error = new DomainError('command/invalid', [
      { path: 'text.note', code: 'field/too-long', params: { max: 4000 } },
      { path: 'organ', code: 'reference/unknown', params: { category: 'organ' } },
    ]);
    expect(problemOf(readRefusal(error), 'de', '/api/v1/measures')).toEqual({
      type: 'urn:klimaspur:problem:command/invalid',
      title: 'Ungültige Anfrage',
      status: 400,
      code: 'command/invalid',
      detail: '2 Angaben fehlen oder stimmen nicht. Es wurde nichts eingetragen.',
      instance: '/api/v1/measures',
      errors: [
        {
          field: 'text.note',
          code: 'field/too-long',
          detail: 'Das ist zu lang: höchstens 4.000 Zeichen.',
        },
        { field: 'organ', code: 'reference/unknown', detail: 'Dieses Gremium gibt es nicht.' },
      ],
    });
  });

  it('of the log keeps its code', () => {
    const problem = problemOf(readRefusal(new AppendTooLarge(2_000_000, 1_000_000)), 'en', '/');
    expect(problem).toMatchObject({ status: 413, code: 'log/append-too-large' });
    expect(problem.detail).toBe('The entry is larger than 1,000,000 bytes.');
    expect(readRefusal(new OutcomeUnknown('measure-1', null))).toMatchObject({
      code: 'log/outcome-unknown',
      headers: { 'retry-after': '2' },
    });
  });

  it('of a vault that does not answer says so, and to ask again', () => {
    const refusal = readRefusal(new VaultUnavailable('connect ECONNREFUSED 10.0.0.5:5432'));
    expect(refusal).toEqual({ code: 'vault/unavailable', headers: { 'retry-after': '2' } });
    expect(JSON.stringify(problemOf(refusal, 'en', '/'))).not.toContain('10.0.0.5');
  });

  it.each([new Error('secret'), new Refusal('no/such-code'), 'a string', null])(
    'that nobody foresaw (%p) says nothing about itself',
    (error) => {
      expect(readRefusal(error)).toEqual({ code: 'server/failed', unexpected: true });
      expect(JSON.stringify(problemOf(readRefusal(error), 'en', '/'))).not.toContain('secret');
    },
  );
});
