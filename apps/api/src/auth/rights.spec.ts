import { aggregateEvents, catalogue, categories, commandsOf, type Role } from '@klimaspur/domain';
import { mayEver, roleFor, type Wanted } from './rights.js';

const here = 'a';
const elsewhere = 'b';
const as = (role: Role, municipality: string | undefined = here) =>
  role === 'OPERATOR' ? [{ role }] : [{ role, municipality }];

const wanted = (type: keyof typeof catalogue, category = 'measure'): Wanted =>
  ({ category, ...catalogue[type] }) as Wanted;
const may = (role: Role, type: keyof typeof catalogue, about = {}, category = 'measure') =>
  roleFor(as(role), wanted(type, category), { municipality: here, ...about }) !== undefined;
const atTables: readonly string[] = ['actor', 'roundtable'];

describe('what a role may record', () => {
  it('is everything for the operator, whatever the town', () => {
    for (const category of categories) {
      for (const definition of commandsOf(category).values()) {
        expect(roleFor(as('OPERATOR'), { ...definition, category }, {})).toEqual({
          role: 'OPERATOR',
        });
      }
    }
  });

  it('is everything of the own town for its lead, but founding and moving towns and making operators', () => {
    for (const definition of Object.values(aggregateEvents)) {
      const { type } = definition;
      expect(may('LEAD', type, { role: 'MONITOR' })).toBe(
        !/^Municipality(Found|Mov)ed$/.test(type),
      );
    }
    expect(may('LEAD', 'PersonRoleGranted', { role: 'OPERATOR' })).toBe(false);
  });

  it('is what happened, for a monitor: no texts, no visibility, no plan', () => {
    const recorded = Object.values(aggregateEvents)
      .filter(({ category }) => !atTables.includes(category))
      .filter(({ type, category }) => may('MONITOR', type, {}, category))
      .map(({ type }) => type);
    expect(recorded).toEqual([
      'PlanFieldAssessed',
      'MeasureProposed',
      'MeasureSubmitted',
      'MeasureDeliberated',
      'MeasureDecided',
      'MeasureRevived',
      'MeasureNoDecisionNeeded',
      'MeasureResponsibleBodyAssigned',
      'MeasureResponsibleBodyReleased',
      'MeasureSupportPledged',
      'MeasureSupportDelivered',
      'MeasureSupportWithdrawn',
      'MeasureImplementationPlanned',
      'MeasureImplementationStarted',
      'MeasureProgressReported',
      'MeasureDelayReported',
      'MeasureRescheduled',
      'MeasureImplementationPaused',
      'MeasureImplementationResumed',
      'MeasureImplementationCompleted',
      'MeasureImplementationAbandoned',
      'MeasureCheckedUnchanged',
      'MeasureFindingSettled',
      'MeasureAssessed',
      'DecisionRecorded',
    ]);
  });

  it('is all work at round tables for a monitor, but not what the public sees of them', () => {
    const refused = Object.values(aggregateEvents)
      .filter(({ category }) => atTables.includes(category))
      .filter(({ type, category }) => !may('MONITOR', type, {}, category))
      .map(({ type }) => type);
    expect(refused).toEqual([
      'ActorDescribed',
      'ActorPublished',
      'ActorUnpublished',
      'ActorMerged',
      'RoundtableFounded',
      'RoundtableDescribed',
      'RoundtablePublished',
      'RoundtableUnpublished',
      'RoundtableEnded',
      'RoundtableProtocolPublished',
      'RoundtableProtocolUnpublished',
    ]);
  });

  it('is an answer at a round table for the administration, and keeping a promise', () => {
    const allowed = Object.values(aggregateEvents)
      .filter(({ category }) => atTables.includes(category))
      .filter(({ type, category }) => may('ADMINISTRATION', type, {}, category))
      .map(({ type }) => type);
    expect(allowed).toEqual([
      'RoundtableAnswerReceived',
      'RoundtableFactCheckAnswered',
      'RoundtableFollowUpDone',
    ]);
  });

  it('is the same for the administration, but never the opinion of the monitors', () => {
    expect(may('ADMINISTRATION', 'MeasureProgressReported')).toBe(true);
    expect(may('ADMINISTRATION', 'MeasureAssessed')).toBe(false);
    expect(may('ADMINISTRATION', 'PlanFieldAssessed')).toBe(false);
  });

  it.each(['MONITOR', 'ADMINISTRATION'] as const)(
    'is evidence anywhere, and corrections of own entries, for %s',
    (role) => {
      expect(may(role, 'EvidenceAdded')).toBe(true);
      for (const type of ['EntryCorrected', 'EntryVoided'] as const) {
        expect(may(role, type)).toBe(false);
        expect(may(role, type, { ownEntry: true })).toBe(true);
      }
      expect(
        roleFor(as(role), wanted('EntryVoided', 'person'), { ownEntry: true }),
      ).toBeUndefined();
    },
  );

  it.each(['LEAD', 'MONITOR', 'ADMINISTRATION'] as const)('ends at the town for %s', (role) => {
    const check = wanted('MeasureCheckedUnchanged');
    expect(roleFor(as(role, elsewhere), check, { municipality: here })).toBeUndefined();
    expect(roleFor(as(role), check, {})).toBeUndefined();
  });

  it('is nothing without a role', () => {
    expect(mayEver([], wanted('MeasureCheckedUnchanged'))).toBe(false);
  });

  it('is done in the role held for the town, before that of the operator', () => {
    const roles = [...as('OPERATOR'), ...as('MONITOR')];
    const about = { municipality: here };
    expect(roleFor(roles, wanted('MeasureAssessed'), about)).toEqual(as('MONITOR')[0]);
    expect(roleFor(roles, wanted('MeasurePublished'), about)).toEqual({ role: 'OPERATOR' });
  });
});
