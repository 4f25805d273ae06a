import { createHash } from 'node:crypto';
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { checkFolder, type FolderReport } from '@klimaspur/audit';
import { openLogReader } from '@klimaspur/event-store';
import { LogTree } from '@klimaspur/proofs';
import { copyFolder, dice, EVENTS, LOG, sealedFolder, SIGNED } from './sealed-folder.js';

let sealed: string;
let copy: string;
let rows: readonly Row[];

/** A row as somebody reads it who knows nothing of this program. */
interface Row {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/** Everything that a log.db says, read by SQLite alone, from a copy of its own. */
const dump = (folder: string): Row[] => {
  const place = copyFolder(folder, join(dirname(folder), 'dumped'));
  const db = new DatabaseSync(join(place, 'log.db'), { readOnly: true });
  try {
    const log = db.prepare('SELECT id FROM log').all();
    const events = db.prepare(`SELECT position, name AS stream, revision, hex(events.id) AS id,
        hex(type) AS type, hex(data) AS data, hex(metadata) AS metadata
      FROM events LEFT JOIN streams ON streams.id = events.stream ORDER BY position`);
    return [...log, ...events.all()] as unknown as Row[];
  } finally {
    db.close();
    for (const ending of ['', '-wal', '-shm'])
      rmSync(join(place, `log.db${ending}`), { force: true });
  }
};

const dumpOrNothing = (folder: string): unknown => {
  try {
    return dump(folder);
  } catch {
    return undefined;
  }
};

beforeAll(async () => {
  sealed = await sealedFolder();
  copy = join(dirname(sealed), 'copy');
  rows = dump(sealed).slice(1);
});
afterAll(() => rmSync(dirname(sealed), { recursive: true, force: true }));

const at = (index: number): Row => rows[index]!;
const q = (text: string) => `'${text.replaceAll("'", "''")}'`;
const idOf = (index: number) => `x'${at(index).id}'`;

/** Changes the log of a copy as somebody would who has the file and SQLite. */
const spoil = (sql: string): string => {
  copyFolder(sealed, copy);
  const db = new DatabaseSync(join(copy, 'log.db'));
  db.exec(sql);
  db.close();
  return copy;
};

/** The attacker lets the tree be made anew from the altered log. */
const rebuildTree = async (folder: string): Promise<void> => {
  rmSync(join(folder, 'tree.db'));
  const log = await openLogReader(`sqlite:${folder}`);
  const tree = await LogTree.openInThread(log, { file: join(folder, 'tree.db') });
  await tree.close();
  await log.close();
};

const first = ({ findings: [finding] }: FolderReport) => [finding?.code, finding?.at?.index];

describe('the check of a data folder', () => {
  it('finds nothing wrong with what nobody touched, and says how far it is signed', async () => {
    copyFolder(sealed, copy);
    expect(await checkFolder(copy)).toMatchObject({
      ok: true,
      events: EVENTS,
      checkpoints: SIGNED.length,
      newest: { size: EVENTS },
      unsealed: 0,
      tree: EVENTS,
      findings: [],
    });
  });
});

describe('a changed byte', () => {
  /** Every flip is judged; what it did to the rows another reader says. */
  const flipIn = (file: string, seed: number, count: number) => async () => {
    const rolls = dice(seed);
    const whole = readFileSync(join(sealed, file));
    const before = dump(sealed);
    const unnoticed: unknown[] = [];
    let noticed = 0;
    copyFolder(sealed, copy);
    for (let n = 0; n < count; n += 1) {
      const place = rolls.below(whole.length);
      const bytes = Buffer.from(whole);
      bytes[place]! ^= 1 + rolls.below(255);
      writeFileSync(join(copy, file), bytes);
      const { ok, findings } = await checkFolder(copy);
      if (!ok) {
        noticed += 1;
        expect(findings.every(({ code }) => code.length > 0)).toBe(true);
        continue;
      }
      const after = dumpOrNothing(copy);
      if (JSON.stringify(after) !== JSON.stringify(before)) unnoticed.push({ file, place });
    }
    expect(unnoticed).toEqual([]);
    expect(noticed).toBeGreaterThan(count / 4);
  };

  it('in log.db is noticed, or changes no row', flipIn('log.db', 1, 320));
  it('in log.db-wal is noticed, or changes no row', flipIn('log.db-wal', 2, 200));
});

const MIDDLE = 57;
const LAST = EVENTS - 1;
const setOf = (index: number, change: string) =>
  `UPDATE events SET ${change} WHERE id = ${idOf(index)}`;
/** Two events of one stream, the second right behind the first. */
const neighbours = (): readonly [number, number] => {
  for (let later = MIDDLE; ; later += 1) {
    const before = rows.findLastIndex((row, n) => n < later && row.stream === at(later).stream);
    if (before >= 0) return [before, later];
  }
};
/** An event whose stream goes on behind it, and one that is the last of its stream. */
const goesOn = () =>
  rows.findIndex((row, n) => n > MIDDLE && rows.some((r, m) => m > n && r.stream === row.stream));
const endsItsStream = () =>
  rows.findIndex((row, n) => n > 60 && !rows.some((r, m) => m > n && r.stream === row.stream));
const allOf = (stream: string) => rows.filter((row) => row.stream === stream).length;
const swapPositions = (a: number, b: number) => `
  UPDATE events SET position = -1 WHERE id = ${idOf(a)};
  UPDATE events SET position = ${at(a).position} WHERE id = ${idOf(b)};
  UPDATE events SET position = ${at(b).position} WHERE id = ${idOf(a)};`;
const asText = (hex: string) => Buffer.from(hex, 'hex').toString();
const replacedIn = (
  index: number,
  column: 'data' | 'metadata',
  from: string | RegExp,
  to: string,
) => setOf(index, `${column} = ${q(asText(at(index)[column]).replace(from, to))}`);
const newRow = (stream: string, revision: number) =>
  `INSERT INTO events SELECT ${MIDDLE}, stream, ${revision}, x'${'ab'.repeat(16)}', type,
    data, metadata FROM events WHERE stream = (SELECT id FROM streams WHERE name = ${q(stream)}) LIMIT 1;`;
/** The entries from a position on move up by one. */
const makeRoom = `UPDATE events SET position = -position - 1 WHERE position >= ${MIDDLE};
  UPDATE events SET position = -position WHERE position < 0; UPDATE sqlite_sequence SET seq = 1000;`;

/** What somebody did, in SQL, and what must be said: the code, and the place of the entry where it is about one. */
type Deed = readonly [what: string, sql: () => string, code: string, index?: () => number];

const deeds: readonly Deed[] = [
  ['another text', () => replacedIn(56, 'data', 'Punkt', 'Rest'), 'event-changed', () => 56],
  ['another term', () => replacedIn(56, 'data', 'STAFF', 'MONEY'), 'event-changed', () => 56],
  ['another day', () => replacedIn(3, 'metadata', '04-30', '05-30'), 'event-changed', () => 3],
  ['another salt', () => replacedIn(56, 'metadata', /"salt":"./, '"salt":"'), 'no-leaf', () => 56],
  ['the salt gone', () => replacedIn(56, 'metadata', /,"salt":"\w+"/, ''), 'no-leaf', () => 56],
  ['another type', () => setOf(40, `type = 'MeasureMerged'`), 'event-changed', () => 40],
  ['another id', () => setOf(LAST, `id = x'${'cd'.repeat(16)}'`), 'event-missing', () => LAST],
  ['other spacing', () => replacedIn(9, 'data', '{', '{ '), 'not-canonical', () => 9],
  ['a key twice', () => replacedIn(9, 'data', '{', '{"amount":1,'), 'not-canonical', () => 9],
  ['half an object', () => replacedIn(9, 'metadata', /.$/, ''), 'not-json', () => 9],
  ['bytes that are no text', () => setOf(9, `data = CAST(x'7bff7d' AS TEXT)`), 'not-text', () => 9],
  ['a type that is none', () => setOf(9, `type = 'a b'`), 'not-storable', () => 9],
  ['an id that is none', () => setOf(9, `id = x'00'`), 'not-storable', () => 9],
  ['another revision', () => setOf(goesOn(), 'revision = 99'), 'revision', goesOn],
  [
    'a later revision at the end',
    () => setOf(endsItsStream(), 'revision = 99'),
    'revision',
    endsItsStream,
  ],
  [
    'two revisions swapped',
    () => {
      const [a, b] = neighbours();
      return `${setOf(a, 'revision = -1')}; ${setOf(b, `revision = ${at(a).revision}`)};
        ${setOf(a, `revision = ${at(b).revision}`)}`;
    },
    'revision',
    () => neighbours()[0],
  ],
  [
    'another stream',
    () => {
      const other = rows.find(({ stream }) => stream !== at(LAST).stream)!.stream;
      return setOf(
        LAST,
        `revision = ${allOf(other)}, stream = (SELECT id FROM streams WHERE name = ${q(other)})`,
      );
    },
    'event-changed',
    () => LAST,
  ],
  ['a stream that is not there', () => setOf(70, 'stream = 999'), 'no-stream', () => 70],
  ['another place in the store', () => setOf(LAST, 'position = 500'), 'sequence'],
  [
    'another place, the counter too',
    () => `${setOf(LAST, 'position = 500')}; UPDATE sqlite_sequence SET seq = 500`,
    'other-position',
    () => LAST,
  ],
  ['two entries of two streams swapped', () => swapPositions(60, 61), 'event-moved', () => 60],
  [
    'two entries of one stream swapped',
    () => swapPositions(...neighbours()),
    'revision',
    () => neighbours()[0],
  ],
  [
    'an entry deleted',
    () => `DELETE FROM events WHERE id = ${idOf(goesOn())}`,
    'event-missing',
    goesOn,
  ],
  [
    'the last entry of a stream deleted',
    () => `DELETE FROM events WHERE id = ${idOf(endsItsStream())}`,
    'event-missing',
    endsItsStream,
  ],
  [
    'an entry deleted, and those behind it renumbered',
    () => {
      const { stream, revision } = at(goesOn());
      const later = rows.filter((row) => row.stream === stream && row.revision > revision);
      return `DELETE FROM events WHERE id = ${idOf(goesOn())};
        ${later.map((row) => `UPDATE events SET revision = ${row.revision - 1} WHERE id = x'${row.id}';`).join('')}`;
    },
    'event-missing',
    goesOn,
  ],
  [
    'a whole stream deleted',
    () =>
      `DELETE FROM events WHERE stream = (SELECT id FROM streams WHERE name = ${q(at(5).stream)});
       DELETE FROM streams WHERE name = ${q(at(5).stream)}`,
    'event-missing',
    () => rows.findIndex(({ stream }) => stream === at(5).stream),
  ],
  ['a whole stream emptied', () => `DELETE FROM events WHERE stream = 1`, 'idle-stream'],
  [
    'the tail cut off, with whole streams in it',
    () => `DELETE FROM events WHERE position > ${at(2).position}`,
    'event-missing',
    () => 3,
  ],
  [
    'the tail cut off',
    () => `DELETE FROM events WHERE position > ${at(100).position}`,
    'event-missing',
    () => 101,
  ],
  [
    'the tail cut off, the counter too',
    () => `DELETE FROM events WHERE position > ${at(100).position};
      UPDATE sqlite_sequence SET seq = ${at(100).position};
      DELETE FROM streams WHERE id NOT IN (SELECT stream FROM events)`,
    'event-missing',
    () => 101,
  ],
  ['everything deleted', () => 'DELETE FROM events; DELETE FROM streams', 'event-missing', () => 0],
  [
    'an entry put in',
    () => `${makeRoom} ${newRow(at(0).stream, allOf(at(0).stream))}`,
    'revision',
    () => MIDDLE - 1,
  ],
  [
    'an entry put in, in a stream of its own',
    () => `${makeRoom} INSERT INTO streams VALUES (77, 'measure-${LOG}');
      INSERT INTO events SELECT ${MIDDLE}, 77, 0, x'${'ab'.repeat(16)}', type, data, metadata
        FROM events LIMIT 1;`,
    'event-inserted',
    () => MIDDLE - 1,
  ],
  [
    'a stream renamed',
    () => `UPDATE streams SET name = 'plan-' || substr(name, 9) WHERE id = 1`,
    'event-changed',
    () => 0,
  ],
  [
    'a stream name that is none',
    () => `UPDATE streams SET name = 'x' WHERE id = 1`,
    'not-storable',
    () => 0,
  ],
  ['a stream without an entry', () => `INSERT INTO streams (name) VALUES ('x')`, 'idle-stream'],
  ['the counter set back', () => 'UPDATE sqlite_sequence SET seq = 5', 'sequence'],
  ['the counter removed', () => 'DELETE FROM sqlite_sequence', 'sequence'],
  [
    'a trigger',
    () => 'CREATE TRIGGER t AFTER INSERT ON events BEGIN DELETE FROM events; END',
    'other-structure',
  ],
  ['one more table', () => 'CREATE TABLE extra (a)', 'other-structure'],
  ['one more column', () => 'ALTER TABLE events ADD COLUMN note TEXT', 'other-structure'],
  ['another name of the log', () => `UPDATE log SET id = '${at(0).stream.slice(8)}'`, 'other-log'],
  ['no name of the log', () => 'DELETE FROM log', 'name'],
  [
    'a text taken out without a word',
    () => {
      const { data, metadata } = at(56);
      const { withoutText } = taking;
      const bare = withoutText(data, metadata);
      return setOf(56, `data = ${q(bare.data)}, metadata = ${q(bare.metadata)}`);
    },
    'text-gone',
    () => 56,
  ],
];

/** By the rule of the leaf, written down once more: the text is replaced by its commitment, the salt left out. */
const taking = {
  withoutText: (dataHex: string, metadataHex: string) => {
    const data = JSON.parse(asText(dataHex)) as { text: unknown };
    const { salt, ...metadata } = JSON.parse(asText(metadataHex)) as { salt: string };
    const hash = createHash('sha256').update(Buffer.from(salt, 'hex'));
    const text = { '#': hash.update(JSON.stringify(data.text)).digest('hex') };
    return { data: JSON.stringify({ ...data, text }), metadata: JSON.stringify(metadata) };
  },
};

describe('somebody with SQLite', () => {
  it.each(deeds.map((deed) => [deed[0], deed] as const))('cannot hide: %s', async (_what, deed) => {
    const [, sql, code, index] = deed;
    const report = await checkFolder(spoil(sql()));
    expect(report.findings.map((finding) => finding.code)).toContain(code);
    const told = report.findings.find((finding) => finding.code === code);
    expect(report.ok).toBe(false);
    if (index) {
      expect(told?.at?.index).toBe(index());
      expect(first(report)[1]).toBe(index());
    }
  });
});

/** The tree follows from the log: whoever alters one can make the other anew. */
describe('somebody who makes the tree anew as well', () => {
  const touched: readonly (readonly [string, () => string, number])[] = [
    ['changes a text', () => replacedIn(56, 'data', 'Punkt', 'Rest'), 56],
    ['changes a term', () => replacedIn(0, 'data', 'STAFF', 'MONEY'), 0],
    ['swaps two entries', () => swapPositions(79, 80), 79],
    ['gives another id', () => setOf(LAST, `id = x'${'cd'.repeat(16)}'`), LAST],
    ['deletes a stream', () => deedOf('a whole stream deleted')[1](), 0],
  ];

  it.each(touched)(
    '%s: the signed checkpoints tell between which two',
    async (_what, sql, index) => {
      const folder = spoil(sql());
      await rebuildTree(folder);
      const { ok, findings, newest } = await checkFolder(folder);
      expect(ok).toBe(false);
      const told = findings.find(({ code }) => code === 'checkpoint-differs');
      expect(told?.at?.index).toBeLessThanOrEqual(index);
      expect(told?.to?.index).toBeGreaterThanOrEqual(Math.min(index, told!.size! - 1));
      expect(newest?.size ?? 0).toBeLessThanOrEqual(index);
    },
  );

  it('cuts off the tail: so many were signed already', async () => {
    const folder = spoil(deedOf('the tail cut off, the counter too')[1]());
    await rebuildTree(folder);
    const { findings, newest } = await checkFolder(folder);
    expect(findings).toEqual([{ code: 'checkpoint-beyond', size: EVENTS }]);
    expect(newest?.size).toBe(80);
  });

  it('moves entries to other positions: nothing of what is signed was changed', async () => {
    const folder = spoil(`${setOf(LAST, 'position = 500')}; UPDATE sqlite_sequence SET seq = 500`);
    await rebuildTree(folder);
    expect((await checkFolder(folder)).ok).toBe(true);
    const withoutPosition = (row: Row) => ({ ...row, position: 0 });
    expect(dump(folder).map(withoutPosition)).toEqual(dump(sealed).map(withoutPosition));
  });
});

const deedOf = (what: string): Deed => deeds.find(([name]) => name === what)!;

describe('what was written after the last signature', () => {
  it('is told to be covered by nothing yet', async () => {
    const folder = spoil(
      `INSERT INTO events (stream, revision, id, type, data, metadata)
        SELECT stream, ${allOf(at(0).stream)}, x'${'ab'.repeat(16)}', type, data, metadata
        FROM events WHERE id = ${idOf(0)}`,
    );
    expect(await checkFolder(folder)).toMatchObject({ ok: true, unsealed: 1 });
  });
});

describe('files beside the log', () => {
  const cut = (file: string, bytes: number) => {
    copyFolder(sealed, copy);
    truncateSync(join(copy, file), bytes);
    return checkFolder(copy);
  };

  it.each([0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89])(
    'name what is missing when %i of 100 of log.db are left',
    async (percent) => {
      const { length } = readFileSync(join(sealed, 'log.db'));
      const { ok, findings } = await cut('log.db', Math.floor((length * percent) / 100));
      expect([ok, findings.length > 0]).toEqual([false, true]);
    },
  );

  it.each([0, 1, 10, 31, 32, 33, 56, 1_000, 4_152, 20_000, 77_777])(
    'name what is missing when %i bytes of log.db-wal are left',
    async (bytes) => {
      const { ok, findings } = await cut('log.db-wal', bytes);
      expect([ok, findings.length > 0]).toEqual([false, true]);
    },
  );

  it('do not count where a journal lies that SQLite would play back', async () => {
    copyFolder(sealed, copy);
    writeFileSync(join(copy, 'log.db-journal'), 'x'.repeat(512));
    const { findings } = await checkFolder(copy);
    rmSync(join(copy, 'log.db-journal'));
    expect(findings.map(({ code }) => code)).toContain('journal');
  });
});
