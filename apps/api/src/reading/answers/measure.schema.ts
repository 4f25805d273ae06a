import {
  catalogue,
  contributions,
  decisionStates,
  implementationStates,
  itemResults,
} from '@klimaspur/domain';
import { assessment, byStatus, municipalityRef, status } from './common.schema.js';
import {
  byThen,
  count,
  day,
  flag,
  happenedOn,
  instant,
  list,
  listOf,
  object,
  oneOf,
  orNull,
  partialDate,
  recordedDay,
  type Schema,
  stored,
  string,
  uuid,
  whole,
} from './schema.js';

export const place = {
  plan: uuid,
  field: orNull(uuid),
  fieldName: orNull(string),
  fieldPath: list(string),
  number: orNull(string),
  rank: whole,
};
const which = oneOf(['start', 'end']);
const decision = oneOf(decisionStates);
const implementation = oneOf(implementationStates);

const item = {
  id: uuid,
  municipality: object(municipalityRef),
  title: string,
  teaser: orNull(string),
  published: flag,
  status: orNull(status),
  heirs: list(uuid),
  rule: string,
  because: orNull(uuid),
  decision,
  implementation,
  amended: flag,
  inNewConsultation: flag,
  delayReported: flag,
  late: orNull(object({ which, since: day })),
  stale: flag,
  plannedStart: orNull(partialDate),
  plannedEnd: orNull(partialDate),
  moved: count,
  startedOn: orNull(partialDate),
  startedBy: orNull(byThen),
  endedOn: orNull(partialDate),
  endedBy: orNull(byThen),
  finishedLateDays: orNull(whole),
  percent: orNull(count),
  assessment: orNull(object(assessment)),
  lead: orNull(string),
  findings: count,
  lastNews: orNull(
    object({ entry: uuid, type: string, on: orNull(happenedOn), recordedOn: recordedDay }),
  ),
  place: orNull(object(place)),
};

/** `facets`: for each status how many fit all other filters. */
export const measurePage: Schema = listOf(object(item), { facets: byStatus });

const { budget, savings, imported: _imported, ...terms } = catalogue.MeasureDescribed.data;
const { title: _title, ...texts } = catalogue.MeasureDescribed.text;
/**
 * `since`: the day from which it counts; `on`: when it happened, as precisely as that is known; `latest`: it had
 * happened by then, and on which day is unknown.
 */
const because = (value: Schema) =>
  object(
    { value, entry: orNull(uuid), since: orNull(day), on: orNull(partialDate) },
    { latest: flag },
  );

const supportEnd = object({ entry: uuid, on: orNull(partialDate), note: orNull(string) });
const pledge = {
  entry: uuid,
  contribution: oneOf(contributions),
  what: string,
  on: orNull(partialDate),
  delivered: orNull(supportEnd),
  withdrawn: orNull(supportEnd),
};

const facts = object({
  decision: because(decision),
  implementation: because(implementation),
  delay: orNull(object({ entry: uuid, since: day, on: orNull(partialDate), ambiguous: flag })),
  permanent: flag,
  plannedStart: orNull(because(partialDate)),
  plannedEnd: orNull(because(partialDate)),
  startedOn: orNull(because(orNull(partialDate))),
  endedOn: orNull(because(orNull(partialDate))),
  moves: list(object({ entry: uuid, which, from: orNull(partialDate), to: partialDate })),
  responsible: list(
    object({
      entry: uuid,
      responsibility: oneOf(['LEAD', 'PARTNER']),
      organ: orNull(uuid),
      actor: orNull(uuid),
      name: string,
      explanation: orNull(string),
    }),
  ),
  support: list(object({ ...pledge, actor: uuid })),
  tables: list(
    object({
      entry: uuid,
      roundtable: uuid,
      source: orNull(uuid),
      proposed: flag,
      result: orNull(oneOf(itemResults)),
      on: orNull(partialDate),
    }),
  ),
  ownProject: orNull(object({ actor: orNull(uuid) })),
  findings: list(object({ code: string, entry: uuid })),
  unread: flag,
});

export const measureDetail: Schema = object({
  ...item,
  revision: count,
  recordedAt: instant,
  origin: orNull(string),
  ownProposal: flag,
  texts: stored(texts),
  terms: stored(terms),
  budget: orNull(stored(budget.fields)),
  savings: orNull(stored(savings.fields)),
  round: count,
  facts,
  places: list(
    object({
      ...place,
      planTitle: string,
      path: list(object({ id: uuid, name: string, number: orNull(string) })),
    }),
  ),
});
