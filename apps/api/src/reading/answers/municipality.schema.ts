import { counts, municipalityRef, ownProjects, planField } from './common.schema.js';
import { evidence } from './history.schema.js';
import {
  count,
  day,
  flag,
  happenedOn,
  list,
  object,
  orNull,
  partialDate,
  recordedDay,
  type Schema,
  string,
  uuid,
  whole,
} from './schema.js';

const item = {
  ...municipalityRef,
  ags: orNull(string),
  state: orNull(string),
  published: flag,
  population: orNull(count),
  teaser: orNull(string),
  targetYear: orNull(whole),
  counts,
  ownProjects,
  lastNewsOn: orNull(happenedOn),
  lastNewsRecordedOn: orNull({
    ...recordedDay,
    description: 'day on which the newest entry was recorded, where its own day is not known',
  }),
};
export const municipalityItem: Schema = object(item);

/** A town that is kept on another server now. */
export const movedTown: Schema = object({ ...municipalityRef, address: string });

const edition = object({
  entry: uuid,
  id: uuid,
  label: string,
  url: orNull(string),
  on: orNull(partialDate),
});

const planItem = {
  id: uuid,
  municipality: uuid,
  title: string,
  description: orNull(string),
  url: orNull(string),
  kind: string,
  origin: orNull(string),
  published: flag,
  revision: orNull(count),
  adopted: orNull(object({ entry: uuid, scope: string, on: orNull(partialDate) })),
  editions: list(edition),
  importedOn: orNull(day),
};

/** `fields`: in the order of the plan, each before its children. */
export const planDetail: Schema = object({ ...planItem, fields: list(object(planField)) });

export const organ: Schema = object({
  id: uuid,
  municipality: uuid,
  kind: string,
  decidesFinally: flag,
  name: string,
  seats: orNull(count),
  website: orNull(string),
  note: orNull(string),
  closedOn: orNull(day),
  revision: count,
});

const texts = [
  'relation',
  'name',
  'website',
  'contact',
  'teaser',
  'description',
  'method',
  'sources',
  'supporters',
  'licence',
] as const;

const observers = object({
  ...Object.fromEntries(texts.map((name) => [name, orNull(string)])),
  responsible: list(string),
  logo: orNull(object({ sha256: string, mediaType: string, bytes: count, alt: string })),
  entry: uuid,
});

const target = object({
  year: whole,
  resolvedOn: orNull(partialDate),
  decision: orNull(uuid),
  resolution: orNull(string),
  note: orNull(string),
  evidence: list(evidence),
  entry: uuid,
});

export const municipality: Schema = object({
  ...item,
  revision: count,
  populationOn: orNull(partialDate),
  description: orNull(string),
  website: orNull(string),
  postcode: orNull(string),
  assessments: object({}, { administration: string, plan: string, status: string }),
  observers: orNull(observers),
  target: orNull(target),
  plans: list(object(planItem)),
  organs: list(organ),
  arrivals: list(
    object({
      address: orNull(string),
      log: uuid,
      size: orNull(count),
      root: orNull(string),
      arrivedAt: string,
    }),
  ),
});
