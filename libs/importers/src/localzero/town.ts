import { catalogue, checkData, firstDay, type EventData } from '@klimaspur/domain';
import { cutTo } from '../clean-text.js';
import type { Context } from '../context.js';
import type { ImportedMunicipality, ImportedPlan, Source } from '../importer.js';
import { readableName } from '../readable-name.js';
import type { Row } from '../row.js';
import { importEvidence } from './status-words.js';
import { present } from './columns.js';
import type { RawFile, RawTown } from './raw.js';

export const system = 'LocalZero';

/** LocalZero keeps one plan per town and gives it no name of its own. */
const planTitle = 'Klimaaktionsplan';

type Town = Omit<ImportedMunicipality, 'plan'>;

/** A town, its observers and its target; undefined when it has no name to go by. */
export const readTown = (
  { key, row, group }: RawTown,
  models: RawFile['models'],
  context: Context,
): Town | undefined => {
  const name = row.line('name');
  const source: Source = { system, ...(name ? { town: name } : {}), key };
  const founded = { text: { ...(name ? { name } : {}), source } };
  const issues = checkData(catalogue.MunicipalityFounded, founded);
  row.refuseIssues(issues, { 'text.name': ['name'], 'text.source.town': ['name'] });
  const draft = row.boolean('draft_mode');
  const ags = agsOf(row, context);
  const described = describedOf(row);
  const target = targetOf(row, context, models);
  const supporters = group ? row.text('supporting_ngos') : undefined;
  const observers = group ? observersOf(group, supporters, models, context) : undefined;
  leaveTheRest(row, models.town);
  if (name === undefined || issues.length > 0) return undefined;
  return {
    source,
    name,
    named: true,
    ...(ags ? { ags } : {}),
    ...(draft === undefined ? {} : { published: !draft }),
    ...(described ? { described } : {}),
    ...(observers ? { observers } : {}),
    ...(target ? { target } : {}),
  };
};

/** For files that hold measures alone: the town is called after the file until somebody names it. */
export const unnamedTown = (key: string, fallbackName: string, { report }: Context): Town => {
  const name = cutTo(readableName(fallbackName), 120);
  report.find(`city ${key}`, 'town-not-named', { name });
  return { source: { system, key }, name, named: false };
};

export const emptyPlan = (town: Town): ImportedPlan => ({
  source: town.source,
  title: planTitle,
  fields: [],
  measures: [],
});

const agsOf = (row: Row, { report }: Context) => {
  const ags = row.key('municipality_key');
  if (ags === undefined) return undefined;
  const wrong = checkData(catalogue.MunicipalityFounded, {
    ags,
    text: { name: 'x', source: { system, key: 'x' } },
  });
  if (wrong.length === 0) return ags;
  report.find(row.where, 'ags-not-valid', { value: ags.slice(0, 80) });
  return undefined;
};

const describedColumns = {
  'text.teaser': ['teaser'],
  'text.description': ['description', 'introduction'],
  'text.website': ['url'],
  'text.postcode': ['zipcode'],
  'text.assessments.administration': ['assessment_administration'],
  'text.assessments.plan': ['assessment_action_plan'],
  'text.assessments.status': ['assessment_status'],
} as const;

/** A value that is wrong is refused and left out; it does not keep the town outside. */
const describedOf = (row: Row): EventData<'MunicipalityDescribed'> | undefined => {
  const said = {
    ...present('teaser', row.text('teaser')),
    ...present('description', row.text('description', 'introduction')),
    ...present('website', row.line('url')),
    ...present('postcode', row.key('zipcode')),
  };
  const opinions = {
    ...present('administration', row.text('assessment_administration')),
    ...present('plan', row.text('assessment_action_plan')),
    ...present('status', row.text('assessment_status')),
  };
  const issues = checkData(catalogue.MunicipalityDescribed, {
    text: { ...said, assessments: opinions },
  });
  row.refuseIssues(issues, describedColumns);
  const wrong = new Set(issues.map(({ path }) => path.split('.').at(-1)));
  const text = without(said, wrong);
  const assessments = without(opinions, wrong);
  const all = { ...text, ...(Object.keys(assessments).length > 0 ? { assessments } : {}) };
  return Object.keys(all).length > 0 ? { text: all } : undefined;
};

const targetOf = (row: Row, { report, today, standOn }: Context, models: RawFile['models']) => {
  const targetYear = row.integer(2000, 2100, 'target_year');
  const resolvedOn = row.date('resolution_date');
  if (resolvedOn !== undefined && firstDay(resolvedOn) > today) {
    report.find(row.where, 'resolution-in-future', { date: resolvedOn });
  }
  if (targetYear === undefined) {
    if (resolvedOn === undefined) return undefined;
    report.find(row.where, 'resolution-without-target', { date: resolvedOn });
    report.leave(`${models.town}.resolution_date`, 'not-yet');
    return undefined;
  }
  const happened = resolvedOn !== undefined && firstDay(resolvedOn) <= today;
  return {
    type: 'MunicipalityTargetSet' as const,
    occurredOn: happened ? resolvedOn : standOn,
    data: {
      targetYear,
      ...(resolvedOn ? { resolvedOn } : {}),
      text: { evidence: importEvidence },
    },
  };
};

const observersOf = (
  row: Row,
  supporters: string | undefined,
  models: RawFile['models'],
  context: Context,
): EventData<'MunicipalityObserversDescribed'> | undefined => {
  const name = row.line('name');
  const data = {
    text: {
      ...present('name', name),
      ...present('website', row.line('website')),
      ...present('teaser', row.text('teaser')),
      ...present('description', row.text('description')),
      ...present('supporters', supporters),
    },
  };
  const issues = checkData(catalogue.MunicipalityObserversDescribed, data);
  row.refuseIssues(issues, {
    'text.name': ['name'],
    'text.website': ['website'],
    'text.teaser': ['teaser'],
    'text.description': ['description'],
    'text.supporters': ['supporting_ngos'],
  });
  if (name === undefined || row.refused) {
    if (supporters) context.report.leave(`${models.town}.supporting_ngos`, 'not-yet');
    return undefined;
  }
  row.leaveTheRest(`${models.group}.`);
  return { text: { ...data.text, name } };
};

const leaveTheRest = (row: Row, model: string) => {
  for (const column of ['contact_name', 'contact_email', 'internal_information']) {
    row.leave(`${model}.`, column, 'personal');
  }
  for (const column of ['city_editors', 'city_admins']) row.leave(`${model}.`, column, 'personal');
  for (const column of ['slug', 'last_update']) row.leave(`${model}.`, column, 'technical');
  row.leave(`${model}.`, 'co2e_budget', 'not-yet', (value) => value === 0);
  row.leaveTheRest(`${model}.`);
};

const without = <T extends object>(values: T, names: ReadonlySet<string | undefined>): T =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name))) as T;
