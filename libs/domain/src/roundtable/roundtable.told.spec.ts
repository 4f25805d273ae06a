import fc from 'fast-check';
import { anId, stream, told, town, type Told } from '../testing/scenario.js';
import type { Past } from '../timeline.js';
import { publicPart, withoutDissent } from './roundtable.told.js';

const [first, second] = [11, 12].map(anId) as [string, string];
const [item, club, office] = [21, 31, 32].map(anId) as [string, string, string];

const founded = told(
  'RoundtableFounded',
  { municipality: town, format: 'ROUND_TABLE', text: { name: 'Energy' } },
  null,
);
const published = told('RoundtablePublished', {}, null);
const convened = (meeting: string) =>
  told('RoundtableMeetingConvened', { meeting, on: '2025-03-01' }, '2025-02-01');
const added = (meeting = first) =>
  told(
    'RoundtableItemAdded',
    { item, meeting, kind: 'PROPOSAL', rank: 1, text: { topic: 'Solar roofs' } },
    '2025-02-01',
  );
const concluded = (terms: Record<string, unknown>, id?: string): Told => ({
  ...told('RoundtableItemConcluded', { item, meeting: first, ...terms }, '2025-03-01'),
  ...(id === undefined ? {} : { id }),
});
const approved = (meeting = first) => told('RoundtableProtocolApproved', { meeting }, null);
const shown = (meeting = first) => told('RoundtableProtocolPublished', { meeting }, null);
const agreed = { result: 'CONSENSUS', text: { text: 'We all want it' } };
const refused = { result: 'DISSENT', dissent: [club], text: { text: 'The club says no' } };

const types = (part: readonly Past[]) => part.map(({ type }) => type);
const toldOf = (...events: readonly Told[]) => types(publicPart(stream(founded, ...events)));

describe('what everybody may see of a round table', () => {
  it('is nothing while it is a draft', () => {
    expect(toldOf(convened(first), added(), concluded(agreed), approved(), shown())).toEqual([]);
  });

  it('is its dates, but no agenda, invitation or result before the Protokoll is approved and published', () => {
    const invited = told('RoundtableInvited', { meeting: first, actors: [club] }, null);
    const before = [published, convened(first), added(), invited, concluded(agreed)];
    expect(toldOf(...before)).toEqual([
      'RoundtableFounded',
      'RoundtablePublished',
      'RoundtableMeetingConvened',
    ]);
    expect(toldOf(...before, approved())).not.toContain('RoundtableItemConcluded');
    expect(toldOf(...before, approved(), shown())).toEqual([
      'RoundtableFounded',
      'RoundtablePublished',
      'RoundtableMeetingConvened',
      'RoundtableItemAdded',
      'RoundtableItemConcluded',
      'RoundtableProtocolApproved',
      'RoundtableProtocolPublished',
    ]);
  });

  it('ends with the approval: what is written later waits for the next one, but a void never waits', () => {
    const before = [
      published,
      convened(first),
      added(),
      concluded(agreed, anId(900)),
      approved(),
      shown(),
    ];
    const corrected = told(
      'EntryCorrected',
      { entry: anId(900), replacement: { item, meeting: first, result: 'PARKED' } },
      '2025-03-01',
    );
    const voided = told('EntryVoided', { entry: anId(900), text: { reason: 'twice' } }, null);
    expect(toldOf(...before, corrected)).not.toContain('EntryCorrected');
    expect(toldOf(...before, corrected, approved())).toContain('EntryCorrected');
    expect(toldOf(...before, voided)).toContain('EntryVoided');
  });

  it('is the Protokoll as it was approved: what was mended or taken back before is told to nobody', () => {
    const said = (words: string, id: string) =>
      concluded({ result: 'MAJORITY', text: { text: words } }, id);
    const mended = (words: string, id: string): Told => ({
      ...told(
        'EntryCorrected',
        {
          entry: anId(900),
          replacement: { item, meeting: first, result: 'CONSENSUS' },
          text: { reason: 'Objection', replacement: { text: words } },
        },
        '2025-03-02',
      ),
      id,
    });
    const voided = (entry: string, reason: string) =>
      told('EntryVoided', { entry, text: { reason } }, null);
    const before = [
      ...[published, convened(first), added(), said('Draft one', anId(900))],
      ...[
        mended('Draft two', anId(901)),
        mended('Draft three', anId(902)),
        voided(anId(902), 'Slip'),
      ],
      ...[said('Twice', anId(903)), voided(anId(903), 'Mistake')],
      ...[mended('As approved', anId(904)), approved(), shown()],
    ];
    const part = publicPart(stream(founded, ...before));
    for (const draft of ['Draft', 'Objection', 'Slip', 'Twice', 'Mistake']) {
      expect(JSON.stringify(part)).not.toContain(draft);
    }
    expect(part.find(({ id }) => id === anId(900))).toMatchObject({
      data: { result: 'CONSENSUS', text: { text: 'As approved' } },
      metadata: { occurredOn: '2025-03-02' },
    });
    const later = publicPart(stream(founded, ...before, mended('Later', anId(905)), approved()));
    expect(types(later)).toContain('EntryCorrected');
    expect(later.find(({ id }) => id === anId(900))?.data).toMatchObject({
      text: { text: 'As approved' },
    });
  });

  it('goes back to nothing of a meeting whose Protokoll is withdrawn', () => {
    const withdrawn = told(
      'RoundtableProtocolUnpublished',
      { meeting: first, text: { reason: 'name in it' } },
      null,
    );
    expect(
      toldOf(
        published,
        convened(first),
        added(),
        concluded(agreed),
        approved(),
        shown(),
        withdrawn,
      ),
    ).toEqual(['RoundtableFounded', 'RoundtablePublished', 'RoundtableMeetingConvened']);
  });

  it('leaves out a dissent, and its item, until every group it names has released it', () => {
    const both = { ...refused, dissent: [club, office] };
    const before = [published, convened(first), added(), concluded(both), approved(), shown()];
    const release = (actor: string) => told('RoundtableDissentReleased', { item, actor }, null);
    const isTold = (...events: readonly Told[]) => {
      const part = toldOf(...before, ...events);
      return part.includes('RoundtableItemConcluded') && part.includes('RoundtableItemAdded');
    };
    expect(isTold()).toBe(false);
    expect(isTold(release(club))).toBe(false);
    expect(isTold(release(club), release(office))).toBe(true);
    expect(toldOf(...before)).not.toContain('RoundtableItemAdded');
  });

  it('takes a release for the conclusion that was known then, not for a later one of the same item', () => {
    const again = concluded({ ...refused, meeting: second, text: { text: 'No once more' } });
    const release = told('RoundtableDissentReleased', { item, actor: club }, null);
    const moved = told('RoundtableItemPlaced', { item, meeting: second, rank: 1 }, null);
    const promise = { followUp: anId(41), actor: office, meeting: second, item };
    const agreedThere = told(
      'RoundtableFollowUpAgreed',
      { ...promise, text: { what: 'Ask' } },
      null,
    );
    const before = [
      ...[published, convened(first), convened(second), added(), concluded(refused)],
      ...[approved(), shown(), release, moved, again, agreedThere, approved(second), shown(second)],
    ];
    const part = publicPart(stream(founded, ...before));
    expect(JSON.stringify(part)).toContain('The club says no');
    expect(JSON.stringify(part)).not.toContain('No once more');
    for (const type of ['RoundtableItemPlaced', 'RoundtableFollowUpAgreed']) {
      expect(types(part)).not.toContain(type);
    }
    expect(JSON.stringify(publicPart(stream(founded, ...before, release)))).toContain(
      'No once more',
    );
  });

  it('takes a release for the conclusion that it names, and tells of it only with that', () => {
    const [one, two] = [anId(901), anId(902)];
    const both = { ...refused, meeting: second, dissent: [club, office] };
    const before = [
      ...[published, convened(first), convened(second), added()],
      ...[concluded({ ...refused, text: { text: 'First no' } }, one), approved(), shown()],
      ...[
        concluded({ ...both, text: { text: 'Second no' } }, two),
        approved(second),
        shown(second),
      ],
    ];
    const release = (conclusion: string, actor = club) =>
      told('RoundtableDissentReleased', { item, actor, conclusion }, null);
    const words = (...events: readonly Told[]) => {
      const part = JSON.stringify(publicPart(stream(founded, ...before, ...events)));
      return ['First no', 'Second no', two].filter((word) => part.includes(word));
    };
    expect(words(release(one))).toEqual(['First no']);
    expect(words(release(one), release(two))).toEqual(['First no']);
    expect(words(release(two), release(two, office))).toEqual(['Second no', two]);
  });

  it('takes a release for the words that were known then, and keeps other words back', () => {
    const reworded = (words: string): Told =>
      told(
        'EntryCorrected',
        {
          entry: anId(900),
          replacement: { item, meeting: first, result: 'DISSENT', dissent: [club] },
          text: { reason: 'Objection', replacement: { text: words } },
        },
        '2025-03-01',
      );
    const release = told('RoundtableDissentReleased', { item, actor: club }, null);
    const before = [published, convened(first), added(), concluded(refused, anId(900)), release];
    const words = (...events: readonly Told[]) => {
      const part = JSON.stringify(publicPart(stream(founded, ...before, ...events)));
      return ['The club says no', 'Other words'].filter((word) => part.includes(word));
    };
    const shownNow = [approved(), shown()];
    expect(words(...shownNow)).toEqual(['The club says no']);
    const later = [...shownNow, reworded('Other words'), approved()];
    expect(words(...later)).toEqual(['The club says no']);
    expect(words(...later, release)).toEqual(['The club says no', 'Other words']);
    const inTheDraft = [reworded('Other words'), ...shownNow];
    expect(words(...inTheDraft)).toEqual([]);
    expect(words(...inTheDraft, release)).toEqual(['Other words']);
  });

  it('is without a dissent whose release was taken back', () => {
    const release: Told = {
      ...told('RoundtableDissentReleased', { item, actor: club }, null),
      id: anId(950),
    };
    const back = told('EntryVoided', { entry: anId(950), text: { reason: 'mistake' } }, null);
    const before = [published, convened(first), added(), concluded(refused), approved(), shown()];
    expect(toldOf(...before, release)).toContain('RoundtableItemConcluded');
    const part = toldOf(...before, release, back);
    for (const type of ['ItemConcluded', 'ItemAdded', 'DissentReleased']) {
      expect(part).not.toContain(`Roundtable${type}`);
    }
    expect(part).not.toContain('EntryVoided');
  });

  it('keeps a dissent that was corrected away with those who voiced it, and tells a later agreement', () => {
    const away = told(
      'EntryCorrected',
      { entry: anId(900), replacement: { item, meeting: first, result: 'PARKED' } },
      '2025-03-01',
    );
    const later = told(
      'RoundtableItemConcluded',
      { item, meeting: second, result: 'CONSENSUS' },
      '2025-04-01',
    );
    const before = [
      published,
      convened(first),
      convened(second),
      added(),
      concluded(refused, anId(900)),
      away,
      approved(),
      shown(),
    ];
    expect(toldOf(...before)).not.toContain('RoundtableItemConcluded');
    const part = publicPart(stream(founded, ...before, later, approved(second), shown(second)));
    expect(JSON.stringify(part)).not.toContain('The club says no');
    expect(part.filter(({ type }) => type === 'RoundtableItemConcluded')).toHaveLength(1);
  });

  it('counts the places of an agenda without those that are hidden', () => {
    const place = (of: string, rank: number) => ({
      item: of,
      meeting: first,
      kind: 'STATUS',
      rank,
    });
    const items = [
      [anId(22), 100],
      [item, 200],
      [anId(23), 300],
    ] as const;
    const moved = told('RoundtableItemPlaced', { item: anId(23), meeting: first, rank: 50 }, null);
    const before = [
      ...[published, convened(first)],
      ...items.map(([of, rank]) => told('RoundtableItemAdded', place(of, rank), '2025-02-01')),
      ...[moved, concluded(refused), approved(), shown()],
    ];
    const ranks = publicPart(stream(founded, ...before)).flatMap(({ data }) =>
      data['rank'] === undefined ? [] : [[data['item'], data['rank']]],
    );
    expect(ranks).toEqual([
      [anId(22), 2],
      [anId(23), 3],
      [anId(23), 1],
    ]);
  });

  it('tells that a promise was kept, put off or dropped, without the notes on that', () => {
    const followUp = anId(41);
    const text = { note: 'They moaned' };
    const promise = { followUp, actor: club, meeting: first, text: { what: 'Ask' } };
    const ends = ['Rescheduled', 'Done', 'Dropped'].map((end) =>
      told(`RoundtableFollowUp${end}`, { followUp, due: '2025-04-01', text }, '2025-03-05'),
    );
    const mended = told(
      'EntryCorrected',
      {
        entry: anId(960),
        replacement: { followUp },
        text: { reason: 'later', replacement: { note: 'They moaned' } },
      },
      '2025-03-06',
    );
    const before = [
      ...[published, convened(first), told('RoundtableFollowUpAgreed', promise, '2025-03-01')],
      ...[approved(), shown(), ...ends, { ...ends[1]!, id: anId(960) }, mended],
    ];
    const history = stream(founded, ...before);
    for (const seen of [publicPart(history), withoutDissent(history, new Set())]) {
      expect(types(seen)).toEqual(expect.arrayContaining(ends.map(({ type }) => type)));
      expect(types(seen)).toContain('EntryCorrected');
      expect(JSON.stringify(seen)).not.toContain('moaned');
    }
  });

  it('tells no answer that came after a dissent, before that is released', () => {
    const asked = { result: 'HANDED_OVER', handedTo: 'ADMINISTRATION' };
    const answered = (on: string) =>
      told('RoundtableAnswerReceived', { item, text: { answer: 'The club is wrong' } }, on);
    const again = (terms: object, on = '2025-04-01') => ({
      ...concluded({ ...terms, meeting: second }),
      on,
    });
    const known = [published, convened(first), convened(second), added(), concluded(asked)];
    const open = [...known, approved(), shown()];
    expect(toldOf(...open, answered('2025-03-10'))).toContain('RoundtableAnswerReceived');
    const after = [again(refused), answered('2025-04-10')];
    expect(toldOf(...open, ...after)).not.toContain('RoundtableAnswerReceived');
    const released = told('RoundtableDissentReleased', { item, actor: club }, null);
    expect(toldOf(...open, ...after, released)).toContain('RoundtableAnswerReceived');
    for (const said of [again({ result: 'PARKED' }), again(refused, '2025-05-01')]) {
      expect(toldOf(...open, said, answered('2025-04-10'))).toContain('RoundtableAnswerReceived');
    }
    const early = { ...answered('2025-03-10'), id: anId(905) };
    const data = { entry: anId(905), replacement: { item } };
    const text = { reason: 'more', replacement: { answer: 'The club is still wrong' } };
    const mended = told('EntryCorrected', { ...data, text }, '2025-04-10');
    expect(toldOf(...open, early, again(refused), mended)).not.toContain('EntryCorrected');
  });

  it('leaves out what was promised between the meetings', () => {
    const promised = told(
      'RoundtableFollowUpAgreed',
      { followUp: anId(41), actor: club, text: { what: 'Ask' } },
      '2025-03-05',
    );
    const done = told('RoundtableFollowUpDone', { followUp: anId(41) }, '2025-03-08');
    expect(toldOf(published, promised, done)).toEqual(['RoundtableFounded', 'RoundtablePublished']);
  });
});

/** Histories of two meetings; each entry carries a mark of its own in its text. */
const step = fc.oneof(
  fc.record({
    type: fc.constant('RoundtableItemConcluded'),
    meeting: fc.constantFrom(first, second),
    item: fc.constantFrom(anId(21), anId(22)),
    dissent: fc.subarray([club, office]),
  }),
  fc.record({
    type: fc.constantFrom(
      'RoundtableProtocolApproved',
      'RoundtableProtocolPublished',
      'RoundtableProtocolUnpublished',
      'RoundtableMeetingHeld',
    ),
    meeting: fc.constantFrom(first, second),
  }),
  fc.record({
    type: fc.constant('RoundtableDissentReleased'),
    item: fc.constantFrom(anId(21), anId(22)),
    actor: fc.constantFrom(club, office),
  }),
);

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const newestDissent = (steps: readonly Step[], of: string, actor: string): number =>
  steps.findLastIndex((it) => 'dissent' in it && it.item === of && it.dissent.includes(actor));

describe('the law of the round table', () => {
  it('tells a conclusion exactly if it was approved later, its Protokoll is published, and its dissent released', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const events = steps.map(({ type, ...terms }, index) => {
          const { dissent, ...rest } = terms as { dissent?: string[] };
          const result =
            dissent === undefined
              ? {}
              : dissent.length > 0
                ? { result: 'DISSENT', dissent }
                : { result: 'CONSENSUS' };
          return told(type, { ...rest, ...result, text: { note: `mark-${index}.` } }, '2025-03-01');
        });
        const told_ = JSON.stringify(publicPart(stream(founded, published, ...events)));
        steps.forEach((entry, index) => {
          if (entry.type !== 'RoundtableItemConcluded' || !('dissent' in entry)) return;
          const after = steps.slice(index + 1);
          const wasApproved = after.some(
            (it) =>
              it.type === 'RoundtableProtocolApproved' &&
              'meeting' in it &&
              it.meeting === entry.meeting,
          );
          const lastWord = steps.findLast(
            (it) =>
              /Protocol(Unp|P)ublished/.test(it.type) &&
              'meeting' in it &&
              it.meeting === entry.meeting,
          );
          const released = entry.dissent.every((actor) =>
            steps.some((it, at) => {
              if (at < index || it.type !== 'RoundtableDissentReleased') return false;
              if (!('actor' in it) || it.actor !== actor || it.item !== entry.item) return false;
              return index === newestDissent(steps.slice(0, at), entry.item, actor);
            }),
          );
          const expected =
            wasApproved && lastWord?.type === 'RoundtableProtocolPublished' && released;
          expect([index, told_.includes(`mark-${index}.`)]).toEqual([index, expected]);
        });
      }),
      { numRuns: 500 },
    );
  });
});

describe('what an office sees that answers at a table', () => {
  const said = [convened(first), added(), concluded(refused, anId(901))];
  const seen = (...events: readonly Told[]) =>
    types(withoutDissent(stream(founded, ...events), new Set([office])));

  it('is of what was agreed between the meetings only what an office promised', () => {
    const promise = (actor: string, id: string): Told => ({
      ...told(
        'RoundtableFollowUpAgreed',
        { followUp: anId(41), actor, text: { what: 'Ask' } },
        null,
      ),
      id,
    });
    const done = told('RoundtableFollowUpDone', { followUp: anId(41) }, null);
    expect(seen(promise(office, anId(910)), done)).toEqual([
      ...['RoundtableFounded', 'RoundtableFollowUpAgreed', 'RoundtableFollowUpDone'],
    ]);
    expect(seen(promise(club, anId(910)), done)).toEqual(['RoundtableFounded']);
    const replacement = { followUp: anId(41), actor: club };
    const text = { reason: 'misheard', replacement: { what: 'Ask' } };
    const mended = told('EntryCorrected', { entry: anId(910), replacement, text }, null);
    expect(seen(promise(office, anId(910)), mended, done)).toEqual(['RoundtableFounded']);
    const said = { followUp: anId(42), actor: club, meeting: first, text: { what: 'Count' } };
    expect(seen(told('RoundtableFollowUpAgreed', said, null))).toContain(
      'RoundtableFollowUpAgreed',
    );
  });

  it('is what was said, approved or not, but no dissent before it is released', () => {
    const promise = { followUp: anId(41), actor: office, text: { what: 'Count roofs' } };
    const between = told('RoundtableFollowUpAgreed', promise, null);
    const objected = told('RoundtableProtocolObjected', { meeting: first, actor: club }, null);
    expect(seen(convened(first), added(), concluded(agreed), between, objected)).toEqual([
      'RoundtableFounded',
      'RoundtableMeetingConvened',
      'RoundtableItemAdded',
      'RoundtableItemConcluded',
      'RoundtableFollowUpAgreed',
    ]);
    expect(seen(...said)).toEqual(['RoundtableFounded', 'RoundtableMeetingConvened']);
    const released = told('RoundtableDissentReleased', { item, actor: club }, null);
    expect(seen(...said, released)).toContain('RoundtableItemConcluded');
  });

  it('keeps a dissent that was corrected away', () => {
    const data = { entry: anId(901), replacement: { item, meeting: first, ...agreed } };
    const mended = told('EntryCorrected', { ...data, text: { reason: 'misheard' } }, null);
    expect(seen(...said, mended)).toEqual(['RoundtableFounded', 'RoundtableMeetingConvened']);
  });
});
