import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import type { Sha256 } from '../merkle/hashing.js';
import { parseCheckpoint, writeCheckpoint } from './checkpoint.js';
import {
  isSignedBy,
  keyIdOf,
  NotANote,
  type NoteKey,
  parseKey,
  parseNote,
  toBase64,
  type VerifyEd25519,
  writeKey,
  writeNote,
} from './note.js';

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest();
/** The DER header of a raw Ed25519 key (RFC 8410). */
const header = Buffer.from('302a300506032b6570032100', 'hex');
const check: VerifyEd25519 = (publicKey, message, signature) =>
  verify(
    null,
    message,
    createPublicKey({ key: Buffer.concat([header, publicKey]), format: 'der', type: 'spki' }),
    signature,
  );
const crypto = { sha256, verify: check };

const pair = generateKeyPairSync('ed25519');
const raw = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(header.length);
const key: NoteKey = { name: 'example.org/log', publicKey: new Uint8Array(raw) };
const signed = (text: string) =>
  writeNote({
    text,
    signatures: [
      {
        name: key.name,
        keyId: keyIdOf(sha256, key),
        signature: sign(null, Buffer.from(text), pair.privateKey),
      },
    ],
  });
const checkpoint = {
  origin: 'example.org/log',
  size: 42,
  root: sha256(Buffer.from('x')),
  extensions: [],
};

describe('a signed note', () => {
  it('is accepted from whoever holds the key, and read back as it was written', async () => {
    const text = writeCheckpoint(checkpoint);
    const note = parseNote(signed(text));
    expect(note.text).toBe(text);
    expect(await isSignedBy(crypto, note, key)).toBe(true);
    expect(writeNote(note)).toBe(signed(text));
  });

  it('is refused when a byte of its text or signature was changed', async () => {
    const source = signed(writeCheckpoint(checkpoint));
    const changes = [
      source.replace('\n42\n', '\n43\n'),
      source.replace('example.org/log\n', 'example.com/log\n'),
      source.replace(/ ([A-Za-z0-9+/]{20})/, (all) =>
        all.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      ),
    ];
    for (const changed of changes) {
      expect(changed).not.toBe(source);
      expect(await isSignedBy(crypto, parseNote(changed), key)).toBe(false);
    }
  });

  it('is refused with a broken signature beside the right one', async () => {
    const note = parseNote(signed('text\n'));
    const broken = { ...note.signatures[0]!, signature: new Uint8Array(64) };
    expect(
      await isSignedBy(crypto, { ...note, signatures: [...note.signatures, broken] }, key),
    ).toBe(false);
  });

  it('is not signed by a key of the same name', async () => {
    const other = { ...key, publicKey: new Uint8Array(32).fill(7) };
    expect(await isSignedBy(crypto, parseNote(signed('text\n')), other)).toBe(false);
  });

  it.each([
    ['no empty line', 'text\n— a AAAAAAA=\n'],
    ['no line break at its end', 'text\n\n— a AAAAAAAAAAA='],
    ['a signature without the dash', 'text\n\n- a AAAAAAAAAAA=\n'],
    ['a signature that is only a key id', 'text\n\n— a AAAAAA==\n'],
    ['a name with a plus', 'text\n\n— a+b AAAAAAAAAAA=\n'],
    ['base64 in another form', 'text\n\n— a AAAAAAAAAAB=\n'],
    ['a tab', 'te\txt\n\n— a AAAAAAAAAAA=\n'],
    ['half a character', 'te\ud800xt\n\n— a AAAAAAAAAAA=\n'],
  ])('is none with %s', (_name, source) => {
    expect(() => parseNote(source)).toThrow(NotANote);
  });

  it('finds the text again, whatever lines it has', () => {
    const line = fc.stringMatching(/^[a-zäö0-9 —]{0,12}$/);
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = `${lines.join('\n')}\n`;
        expect(parseNote(signed(text)).text).toBe(text);
      }),
    );
  });
});

describe('the key of a log', () => {
  it('is one line that can be read back', () => {
    const line = writeKey(sha256, key);
    expect(line).toMatch(/^example\.org\/log\+[0-9a-f]{8}\+AQ?/);
    expect(parseKey(sha256, line)).toEqual(key);
  });

  it('has the id that the specification gives: SHA-256 of name, line break, 0x01 and key', () => {
    const bytes = Buffer.concat([Buffer.from('example.org/log\n'), Buffer.of(1), raw]);
    expect(writeKey(sha256, key).split('+')[1]).toBe(
      createHash('sha256').update(bytes).digest('hex').slice(0, 8),
    );
  });

  it.each([
    '',
    'a+b',
    'example.org/log+00000000+AQ==',
    `example.org/log+00000000+${toBase64([1, ...raw])}`,
  ])('is not „%s“', (line) => {
    expect(() => parseKey(sha256, line)).toThrow(NotANote);
  });
});

describe('a checkpoint', () => {
  it('is three lines, and others may add some', () => {
    const text = writeCheckpoint({ ...checkpoint, extensions: ['2026-11-27'] });
    expect(text).toBe(`example.org/log\n42\n${toBase64(checkpoint.root)}\n2026-11-27\n`);
    expect(parseCheckpoint(text)).toEqual({
      ...checkpoint,
      root: new Uint8Array(checkpoint.root),
      extensions: ['2026-11-27'],
    });
  });

  it.each([
    ['without a name', `\n1\n${toBase64(checkpoint.root)}\n`],
    ['without an end', `a\n1\n${toBase64(checkpoint.root)}`],
    ['with a size that begins with zero', `a\n01\n${toBase64(checkpoint.root)}\n`],
    ['with a negative size', `a\n-1\n${toBase64(checkpoint.root)}\n`],
    [
      'with a size beyond what can be counted',
      `a\n9007199254740993\n${toBase64(checkpoint.root)}\n`,
    ],
    ['with a short root', `a\n1\n${toBase64([1, 2, 3])}\n`],
    ['with an empty line', `a\n1\n${toBase64(checkpoint.root)}\n\nx\n`],
  ])('is none %s', (_name, text) => {
    expect(() => parseCheckpoint(text)).toThrow(NotANote);
  });
});
