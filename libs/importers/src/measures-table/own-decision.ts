import type { EventData } from '@klimaspur/domain';
import type { ImportedEntry } from '../importer.js';
import type { Evidence } from './state-entries.js';
import type { ToldState } from './told-state.js';

type Decided = EventData<'MeasureDecided'>;

/**
 * Axis B as the entry that led to it. Where it goes on elsewhere the plan says so; an idea stands in the record itself.
 */
export const decisionEntries = (told: ToldState, evidence: Evidence): ImportedEntry[] => {
  const entry = decisionEntry(told, evidence);
  // A later paper: nobody knows its day.
  const again: ImportedEntry[] = told.inNewConsultation
    ? [{ type: 'MeasureSubmitted', occurredOn: null, data: { imported: true, text: { evidence } } }]
    : [];
  return entry ? [entry, ...again] : again;
};

const decisionEntry = (
  { decision, decidedOn, amended, noDecisionReason }: ToldState,
  evidence: Evidence,
): ImportedEntry | undefined => {
  const occurredOn = decidedOn ?? null;
  const data = { imported: true, text: { evidence } };
  const vote = (effect: Decided['effect'], scope: Decided['scope']): ImportedEntry => ({
    type: 'MeasureDecided',
    occurredOn,
    data: {
      effect,
      scope,
      final: true,
      ...(amended ? { outcome: 'ADOPTED_AMENDED' } : {}),
      ...data,
    },
  });
  const deliberated = (outcome: EventData<'MeasureDeliberated'>['outcome']): ImportedEntry => ({
    type: 'MeasureDeliberated',
    occurredOn,
    data: { outcome, ...data },
  });
  switch (decision) {
    case 'UNKNOWN':
    case 'IDEA':
    case 'MERGED':
    case 'SPLIT':
    case 'SUPERSEDED':
      return undefined;
    case 'PROPOSED':
      return { type: 'MeasureProposed', occurredOn, data };
    case 'SUBMITTED':
      return { type: 'MeasureSubmitted', occurredOn, data };
    case 'IN_CONSULTATION':
      return deliberated('NO_DECISION');
    case 'DEFERRED':
    case 'WITHDRAWN':
    case 'LAPSED':
      return deliberated(decision);
    case 'ADOPTED':
      return vote('ADOPTS', 'FULL');
    case 'ADOPTED_IN_PRINCIPLE':
      return vote('ADOPTS', 'IN_PRINCIPLE');
    case 'REJECTED':
      return vote('REJECTS', 'FULL');
    case 'REVOKED':
      return vote('REVOKES', 'FULL');
    case 'NO_DECISION_NEEDED': {
      const reason = noDecisionReason ?? 'CURRENT_ADMINISTRATION';
      return { type: 'MeasureNoDecisionNeeded', occurredOn, data: { reason, ...data } };
    }
  }
};
