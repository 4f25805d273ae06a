import type { Past } from '@klimaspur/domain';
import { linksIn } from './links-in.js';

const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`;
const past = (revision: number, type: string, data: object): Past => ({
  id: id(revision),
  revision,
  type,
  data: data as Past['data'],
  metadata: { occurredOn: null, recordedAt: `2024-05-0${revision + 1}T12:00:00.000Z` },
});
const evidence = (...names: string[]) =>
  names.map((name) => ({ kind: 'paper', title: name, url: `https://stadt.example/${name}` }));
const recorded = past(0, 'MeasureRecorded', { municipality: id(9), text: { title: 'Radweg' } });
const started = past(1, 'MeasureImplementationStarted', { text: { evidence: evidence('a', 'b') } });
const names = (...events: readonly Past[]) =>
  linksIn([recorded, started, ...events]).map(({ title }) => title);

describe('the links of a measure', () => {
  it('are those of its entries, with the entry they stand at', () =>
    expect(linksIn([recorded, started])).toEqual(
      ['a', 'b'].map((title) => ({
        url: `https://stadt.example/${title}`,
        title,
        type: 'MeasureImplementationStarted',
        entry: id(1),
        evidenceAddedAt: 0,
      })),
    ));

  it('are those that a correction left', () => {
    const text = { reason: 'Link falsch', replacement: { evidence: evidence('c') } };
    expect(names(past(2, 'EntryCorrected', { entry: id(1), replacement: {}, text }))).toEqual([
      'c',
    ]);
  });

  it('are none of an entry that was taken back, and none of what was added to it', () => {
    const added = past(2, 'EvidenceAdded', { entry: id(1), text: { evidence: evidence('c') } });
    expect(names(added)).toEqual(['c', 'a', 'b']);
    const text = { reason: 'Irrtum' };
    expect(names(added, past(3, 'EntryVoided', { entry: id(1), text }))).toEqual([]);
    expect(names(added, past(3, 'EntryVoided', { entry: id(2), text }))).toEqual(['a', 'b']);
  });

  it('say when evidence was last added to their entry', () => {
    const added = past(2, 'EvidenceAdded', { entry: id(1), text: { evidence: evidence('c') } });
    const at = Date.parse('2024-05-03T12:00:00.000Z');
    expect(linksIn([recorded, started, added]).map((link) => link.evidenceAddedAt)).toEqual([
      at,
      at,
      at,
    ]);
  });

  it('are those of the newest description alone', () => {
    const papers = (name: string) => [{ number: name, url: `https://stadt.example/${name}` }];
    const described = (revision: number, text: object) =>
      past(revision, 'MeasureDescribed', { text: { title: 'Radweg', ...text } });
    const old = described(2, { papers: papers('old') });
    expect(names(old, described(3, { papers: papers('new') })).sort()).toEqual(['a', 'b', 'new']);
    expect(names(old, described(3, {}))).toEqual(['a', 'b']);
  });
});
