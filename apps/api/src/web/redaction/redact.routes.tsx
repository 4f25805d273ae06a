import { type Category, type EventType, type Past, textsOf } from '@klimaspur/domain';
import { categoryOf, idOf, isUuid } from '@klimaspur/event-store';
import { Refusal } from '../../errors/refusal.js';
import { townOf } from '../../redactions/town-of.js';
import type { AboutWork } from '../forms/asked.js';
import { type PageForm, workCrumbs } from '../forms/form-pages.js';
import type { WorkRoute } from '../forms/work-controller.js';
import { decisionPath, entryPath, workPath } from '../paths.js';
import { tableHistoryPath } from '../roundtables/table-paths.js';
import { planHistoryPath, townHistoryPath } from '../trail/trail-paths.js';
import { entryTitle } from '../words/entry-words.js';
import { CONFIRMED, RedactPage } from './redact.page.js';

/** Takes the text of one entry out for good, in two steps. */
const redactForm = async (about: AboutWork, id = ''): Promise<PageForm> => {
  const { t, town } = about;
  const { stream, entry, texts } = await found(about, id);
  const category = categoryOf(stream) as Category;
  const back = historyOf(about, stream, id);
  const { organs } = town;
  const organName = (organ: string) => organs.find((other) => other.id === organ)?.name;
  const said = entryTitle({ type: entry.type as EventType, data: entry.data }, { t, organName });
  const others = await secondPersons(about);
  return {
    title: t('redact.title'),
    path: (other) => workPath(other, town.slug, 'redact', id),
    back,
    crumbs: workCrumbs(about),
    right: [category, 'redact-text'],
    work: async (write, reader) => {
      const text = { reason: reader.text('reason') };
      const body = { entry: id, agreedBy: reader.text('agreedBy'), text };
      const wish = { category, command: 'redact-text', id: idOf(stream), body };
      await write.check(wish);
      if (!reader.yes(CONFIRMED)) write.ask();
      await write(wish);
      return { path: back, notice: 'redacted' };
    },
    children: (state, action) => (
      <RedactPage
        {...{ t, state, action, back, others }}
        entry={{ said, recordedAt: entry.metadata.recordedAt }}
        besides={texts.filter((past) => past.id !== id).length}
        confirming={state.errors.length === 0 && state.typed['reason'] !== undefined}
      />
    ),
  };
};

/** The entry, where it is one of this town that may have a text. */
const found = async ({ reading, town }: AboutWork, id: string) => {
  const { store } = reading.world;
  const stream = isUuid(id) ? await store.streamOf(id) : undefined;
  if (stream === undefined || (await townOf(store, stream)) !== town.id) {
    throw new Refusal('route/unknown');
  }
  const history = (await store.readStream(stream)) as unknown as readonly Past[];
  const texts = textsOf(id, history);
  const entry = history.find((past) => past.id === id);
  if (!entry || texts.length === 0) throw new Refusal('entry/no-text');
  return { stream, entry, texts };
};

/** Where the entry stands; of other things than these in the history of the plan or the town. */
const historyOf = ({ lang, town }: AboutWork, stream: string, entry: string): string => {
  switch (categoryOf(stream)) {
    case 'measure':
      return entryPath(lang, town.slug, idOf(stream), entry);
    case 'decision':
      return decisionPath(lang, town.slug, idOf(stream));
    case 'roundtable':
      return tableHistoryPath(lang, town.slug, idOf(stream));
    case 'plan':
      return planHistoryPath(lang, town.slug, idOf(stream));
    default:
      return townHistoryPath(lang, town.slug);
  }
};

/** Everybody else of the team. */
const secondPersons = async ({ reading, viewer, town, vault }: AboutWork) => {
  if (reading.world.name === 'example') return [];
  const persons = reading.models.roles({ municipality: town.id }).map(({ person }) => person);
  const labels = await vault.labels(new Set(persons.filter((it) => it !== viewer.person)));
  return [...labels]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'de'));
};

export const redactRoutes: readonly WorkRoute[] = [{ parts: ['redact', ':id'], form: redactForm }];
