import { exampleId } from '../../apps/api/src/example/load-example.js';
import type { TestApp } from './app.js';

const idOf = (alias: string) => exampleId('musterstadt', `@${alias}`);

/** What an address names, by what stands before it. */
export const things = {
  town: idOf('municipality:musterstadt'),
  plan: idOf('plan:klimaplan'),
  measure: idOf('measure:bike-axis'),
  decision: idOf('decision:klimaplan'),
  organ: idOf('organ:stvv'),
  actor: idOf('actor:klimagruppe'),
  table: idOf('roundtable:roofs'),
} as const;

type Thing = keyof typeof things;
const categories: Readonly<Record<Thing, string>> = {
  ...{ town: 'municipality', plan: 'plan', measure: 'measure', decision: 'decision' },
  ...{ organ: 'organ', actor: 'actor', table: 'roundtable' },
};

const eventsOf = (app: TestApp, thing: Thing) =>
  app.worlds.current().store.readStream(`${categories[thing]}-${things[thing]}`);

/** A meeting of the table of which the minutes are public, and the entry that says who came. */
const heldMeeting = async (app: TestApp) => {
  const events = await eventsOf(app, 'table');
  const published = events.findLast(({ type }) => type === 'RoundtableProtocolPublished');
  const meeting = published?.data['meeting'];
  const ofIt = events.filter(({ data }) => data['meeting'] === meeting);
  const held = ofIt.find(({ type }) => type === 'RoundtableMeetingHeld')!;
  const convened = ofIt.findLast(({ data }) => data['on'] !== undefined)!;
  return { held, day: convened.data['on'] as string };
};
export const meetingDay = async (app: TestApp): Promise<string> => (await heldMeeting(app)).day;

/** Something new about everything that the town has, all of it recorded now and, if not said, happening now. */
export const changeEverything = async (app: TestApp): Promise<void> => {
  const tell = async (path: string, body: object, headers = {}) => {
    const answer = await app.post(path, body, headers);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.json as { readonly id?: string; readonly events: readonly string[] };
  };
  const about = (thing: Thing, command: string, body: object) =>
    tell(`${pathOf[thing]}/${things[thing]}/${command}`, body);
  const replace = async (thing: Thing, command: string, body: object) => {
    const revision = (await eventsOf(app, thing)).length - 1;
    const path = `${pathOf[thing]}/${things[thing]}/${command}`;
    return tell(path, body, { 'if-match': `"${revision}"` });
  };
  const { town, organ, actor, measure } = things;

  await replace('town', 'describe-municipality', { population: 31_000, text: { teaser: 'Neu.' } });
  await replace('town', 'describe-observers', { relation: 'MUNICIPALITY', text: { name: 'Amt' } });
  await about('town', 'set-target', { targetYear: 2031 });
  const body = { kind: 'COUNCIL', decidesFinally: true };
  await replace('organ', 'describe-organ', { ...body, text: { name: 'Neue Versammlung' } });
  await tell('organs', { municipality: town, ...body, text: { name: 'Noch ein Gremium' } });
  const kind = 'CLIMATE_PROTECTION';
  await replace('plan', 'describe-plan', { kind, text: { title: 'Neuer Klimaplan' } });
  const field = crypto.randomUUID();
  await about('plan', 'add-field', { field, rank: 90, text: { name: 'Neues Feld' } });

  const { id: fresh } = await tell('measures', {
    ...{ municipality: town, text: { title: 'Ganz neue Radwege' } },
  });
  await about('plan', 'place-measure', { measure: fresh, field, rank: 1 });
  await tell(`measures/${fresh}/publish-measure`, {});
  await tell(`measures/${fresh}/start-implementation`, {});
  await tell(`measures/${fresh}/assess`, { scale: 'TRAFFIC_LIGHT', rating: 'GREEN' });
  await tell(`measures/${fresh}/plan-implementation`, { plannedEnd: '2040' });
  await tell(`measures/${fresh}/reschedule`, { plannedEnd: '2041' });
  await tell(`measures/${fresh}/assign-responsible-body`, {
    ...{ responsibility: 'LEAD', actor, text: { name: 'Klimagruppe' } },
  });
  await replace('measure', 'describe-measure', { text: { title: 'Radachse, neu beschrieben' } });
  await about('measure', 'report-delay', { reason: 'STAFF', text: { note: 'Neue Verzögerung' } });

  const effects = [{ measure: fresh, effect: 'ADOPTS', scope: 'FULL' }];
  const vote = { organ, outcome: 'ADOPTED', final: true, effects };
  await tell('decisions', { municipality: town, ...vote, text: { title: 'Neuer Beschluss' } });
  const recorded = (await eventsOf(app, 'decision')).find(
    ({ type }) => type === 'DecisionRecorded',
  )!;
  const { text, ...record } = recorded.data as { text: object };
  await about('decision', 'correct-entry', {
    entry: recorded.id,
    replacement: record,
    occurredOn: recorded.metadata.occurredOn,
    text: { reason: 'Verlesen', replacement: { ...text, title: 'Anders gelesen' } },
  });

  await replace('actor', 'describe-actor', { kind: 'ASSOCIATION', text: { name: 'Neue Gruppe' } });
  await about('actor', 'make-offer', { contribution: 'WORK', text: { what: 'Neues Angebot' } });
  await replace('table', 'describe-roundtable', {
    ...{ format: 'ROUND_TABLE', text: { name: 'Neuer Tisch', topic: 'Neues Thema' } },
  });
  await about('table', 'convene-meeting', { meeting: crypto.randomUUID(), on: '2090-01-01' });
  const { held } = await heldMeeting(app);
  const { text: said, ...terms } = held.data as { text?: object };
  await about('table', 'correct-entry', {
    entry: held.id,
    replacement: terms,
    occurredOn: held.metadata.occurredOn,
    text: { reason: 'Nachtrag', replacement: { ...said, summary: 'Neu zusammengefasst.' } },
  });
  await tell(`measures/${measure}/pledge-support`, {
    ...{ actor, contribution: 'WORK', text: { what: 'Neue Zusage' } },
  });
  const proposal = (await eventsOf(app, 'table')).find(
    ({ type, data }) => type === 'RoundtableItemAdded' && data['kind'] === 'PROPOSAL',
  );
  await about('table', 'take-up-proposal', { item: proposal!.data['item'], measure: fresh });
  await app.settle();
};

const pathOf: Readonly<Record<Thing, string>> = {
  ...{ town: 'municipalities', plan: 'plans', measure: 'measures', decision: 'decisions' },
  ...{ organ: 'organs', actor: 'actors', table: 'roundtables' },
};
