import type { EventStore } from '@klimaspur/event-store';
import { messageFor, type Translate } from '@klimaspur/messages';
import type { ChangeItem } from '@klimaspur/read-models';
import type { Reading } from '../../reading/reader.js';
import { entryTitle } from '../words/entry-words.js';

/** One of the latest changes, with what it says in plain words. */
export interface ChangeLine extends ChangeItem {
  readonly words: string;
}

/** Reads the entries behind the changes: the feed itself holds no texts. */
export const changeLines = (
  { models, view, world }: Reading,
  items: readonly ChangeItem[],
  t: Translate,
): Promise<ChangeLine[]> => {
  const organs = new Map(
    [...new Set(items.map(({ municipality }) => municipality.id))]
      .flatMap((id) => models.municipality(id, view)?.municipality.organs ?? [])
      .map(({ id, name }) => [id, name]),
  );
  const organName = (id: string) => organs.get(id);
  return Promise.all(
    items.map(async (item) => ({
      ...item,
      words: wordsOf(item, await dataOf(world.store, item), { t, organName }),
    })),
  );
};

type Data = Readonly<Record<string, unknown>>;

const dataOf = async (store: EventStore, { stream, revision }: ChangeItem): Promise<Data> => {
  const [event] = await store.readStream(stream, { from: revision, limit: 1 });
  return event?.data ?? {};
};

/** Types that speak best with what stands in them: „Umweltausschuss: vertagt“. */
const telling =
  /^Measure(Deliberated|Decided|NoDecision|Responsible|Implementation|Progress|Assess)/;

const wordsOf = (
  { type, measure }: ChangeItem,
  data: Data,
  context: Parameters<typeof entryTitle>[1],
): string => {
  const { t } = context;
  if (telling.test(type)) return entryTitle({ type, data }, context);
  const what = messageFor(t.lang, `change.${type}`) ?? type;
  const detail = measure ? undefined : nameIn(data['text']);
  return detail ? t('change.detail', { what, detail }) : what;
};

/** What a plan, a field, a body or a vote is called. */
const nameIn = (text: unknown): string | undefined => {
  const { title, name, label } = (text ?? {}) as Readonly<Record<string, unknown>>;
  return [title, name, label].find((one): one is string => typeof one === 'string');
};
