import { seenPart, streamsNeeded } from './seen-part.js';
import { anId, stream, told, type Told } from './testing/scenario.js';

const [club, shy, pledge, meeting, followUp] = [11, 12, 13, 14, 15].map(anId) as [
  ...[string, string, string, string, string],
];
const seen = new Set([`actor-${club}`]);
const typesSeen = (...events: readonly Told[]) =>
  seenPart(stream(...events), seen).map(({ type }) => type);

describe('what is told of entries that name somebody who may not be named', () => {
  it('is nothing of an entry that is nothing without them, and of what goes on with it', () => {
    const pledged = told(
      'MeasureSupportPledged',
      { actor: shy, contribution: 'WORK' },
      '2025-01-01',
    );
    const delivered = told('MeasureSupportDelivered', { pledge }, '2025-02-01');
    const voided = told('EntryVoided', { entry: anId(1001), text: { reason: 'twice' } }, null);
    expect(typesSeen({ ...pledged, id: pledge }, delivered, voided)).toEqual([]);
    const agreed = told('RoundtableFollowUpAgreed', { followUp, actor: shy }, '2025-01-01');
    const done = told('RoundtableFollowUpDone', { followUp }, '2025-02-01');
    const lookedBack = told('RoundtableItemAdded', { item: anId(16), meeting, followUp }, null);
    expect(typesSeen(agreed, done, lookedBack)).toEqual(['RoundtableItemAdded']);
  });

  it('is the rest of an entry that can do without them', () => {
    const held = told('RoundtableMeetingHeld', { meeting, groups: [club, shy] }, '2025-01-01');
    const proposed = told('MeasureProposed', { roundtable: anId(17), origin: 'ROUND_TABLE' }, null);
    const own = told('MeasureNoDecisionNeeded', { reason: 'CIVIL_SOCIETY', actor: shy }, null);
    const part = seenPart(stream(held, proposed, own), seen);
    expect(part.map(({ data }) => data)).toEqual([
      { meeting, groups: [club] },
      { origin: 'ROUND_TABLE' },
      { reason: 'CIVIL_SOCIETY' },
    ]);
  });

  it('is nothing where the text names what the terms name', () => {
    const body = { responsibility: 'LEAD', text: { name: 'Verein' } };
    const of = (actor: string) =>
      told('MeasureResponsibleBodyAssigned', { ...body, actor }, '2025-01-01');
    expect(typesSeen(of(shy))).toEqual([]);
    expect(typesSeen(of(club), told('MeasureResponsibleBodyAssigned', body, null))).toHaveLength(2);
  });

  it('is nothing of an entry that a correction, even a voided one, once gave to them', () => {
    const seat = { seat: anId(18), kind: 'ASSOCIATION', voting: true };
    const entry = anId(19);
    const correction = {
      ...told('EntryCorrected', { entry, replacement: { ...seat, actor: shy } }, null),
      id: anId(20),
    };
    const events = stream(
      { ...told('RoundtableSeatAdded', { ...seat, actor: club }, '2025-01-01'), id: entry },
      correction,
      told('EntryVoided', { entry: anId(20) }, null),
    );
    expect(seenPart(events, seen)).toEqual([]);
    expect(streamsNeeded(events).get(entry)).toEqual(new Set([`actor-${club}`, `actor-${shy}`]));
  });
});
