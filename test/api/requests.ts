import { type Field, type Fields } from '@klimaspur/domain';
import { type Door, doors } from '../../apps/api/src/commands/doors.js';
import type { TestApp } from './app.js';

export type Json = Record<string, unknown>;

/** Ids of things that exist, by what they are; `measureEntry` and the like are first entries of each. */
export type Known = Readonly<Record<string, string>>;

/** A value that a field takes. Of ids those of things that are there. */
export function validValue(field: Field, known: Known): unknown {
  switch (field.kind) {
    case 'code':
      return field.values[0];
    case 'text':
      return 'Text';
    case 'url':
      return 'https://example.org/a';
    case 'date':
      return '2024-03-01';
    case 'integer':
      return field.min < 1000 ? Math.min(field.max, Math.max(field.min, 1)) : field.min;
    case 'boolean':
      return true;
    case 'id':
      return known[field.of];
    case 'pattern':
      return field.pattern.includes('{64}') ? 'a'.repeat(64) : field.example;
    case 'list':
      return [validValue(field.of, known)];
    case 'object':
      return validObject(field.fields, known);
    case 'entry-data':
      return {};
  }
}

const validObject = (fields: Fields, known: Known): Json =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, validValue(field, known)]),
  );

/** A body that the shape of a command allows, every field filled in. */
export const validBody = ({ definition }: Door, known: Known): Json => ({
  occurredOn: '2024-03-01',
  ...validObject(definition.data, known),
  text: validObject(definition.text, known),
});

/** The least a command needs, and a note where one may be left, so that there is something to record. */
export const leanBody = ({ definition }: Door, known: Known): Json => ({
  occurredOn: '2024-03-01',
  ...validObject(requiredOf(definition.data), known),
  text: {
    ...validObject(requiredOf(definition.text), known),
    ...(definition.text['note'] ? { note: 'Notiz' } : {}),
  },
});

const requiredOf = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, field]) => !field.optional));

/** Every command with its address; `id` where a stream must be named. */
export const routes = doors.map((door) => ({
  name: `${door.category} ${door.definition.command}`,
  door,
}));

/** A town with one of everything. */
export async function aTown(klimaspur: TestApp): Promise<Known> {
  const municipality = await klimaspur.given('municipalities', { text: { name: 'Musterstadt' } });
  const organ = await klimaspur.given('organs', {
    municipality,
    kind: 'COUNCIL',
    decidesFinally: true,
    text: { name: 'Rat' },
  });
  const plan = await klimaspur.given('plans', {
    municipality,
    kind: 'CLIMATE_PROTECTION',
    text: { title: 'Klimaplan' },
  });
  const measure = await klimaspur.given('measures', { municipality, text: { title: 'Radwege' } });
  const decision = await klimaspur.given('decisions', {
    municipality,
    organ,
    outcome: 'NOTED',
    final: true,
    effects: [],
    text: { title: 'Bericht' },
  });
  const actor = await klimaspur.given('actors', {
    municipality,
    kind: 'ASSOCIATION',
    text: { name: 'Radverein' },
  });
  const { roundtable, ...parts } = await aRoundtable(klimaspur, municipality, actor);
  const { json } = await klimaspur.ask({ path: '/api/v1/me' });
  const person = json['person'] as string;
  const streams = { municipality, organ, plan, measure, decision, actor, roundtable };
  const entries: Record<string, string> = {};
  for (const [category, id] of Object.entries(streams)) {
    const [first] = await klimaspur.eventsOf(`${category}-${id}`);
    entries[`${category}Entry`] = first!.id;
  }
  const unused = '0197c0de-0000-7000-8000-00000000000';
  return {
    ...streams,
    ...parts,
    ...entries,
    person,
    entry: entries['measureEntry']!,
    field: `${unused}1`,
    edition: `${unused}2`,
  };
}

/** A round table at which one meeting was held, with one of each of its parts. */
async function aRoundtable(klimaspur: TestApp, municipality: string, actor: string) {
  const roundtable = await klimaspur.given('roundtables', {
    ...{ municipality, format: 'ROUND_TABLE' },
    text: { name: 'Runder Tisch' },
  });
  const unused = '0197c0de-0000-7000-8000-0000000001';
  const [seat, meeting, item, followUp] = ['01', '02', '03', '04'].map((end) => unused + end);
  const said: Readonly<Record<string, Json>> = {
    'add-seat': { seat, actor, kind: 'ASSOCIATION', voting: true },
    'convene-meeting': { meeting, on: '2024-03-01' },
    'add-item': { item, meeting, kind: 'PROPOSAL', rank: 1, text: { topic: 'Radwege' } },
    'hold-meeting': { meeting, groups: [actor], occurredOn: '2024-03-01' },
    'agree-follow-up': { followUp, actor, meeting, text: { what: 'Zählen' } },
  };
  for (const [command, body] of Object.entries(said)) {
    const answer = await klimaspur.post(`roundtables/${roundtable}/${command}`, body);
    if (answer.status !== 200) throw new Error(`${command}: ${answer.text}`);
  }
  return { roundtable, seat: seat!, meeting: meeting!, item: item!, 'follow-up': followUp! };
}
