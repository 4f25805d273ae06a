import type { Item } from '@klimaspur/domain';
import { formatDay } from '@klimaspur/messages';
import { DefinitionList } from '../../components/definition-list.js';
import { workPath } from '../../paths.js';
import { codeWord } from '../../words/entry-words.js';
import { actorsOf, type AtMeeting } from './meeting.js';

interface ItemBeforeProps {
  readonly at: AtMeeting;
  readonly item: Item;
}

/** What is known of an item while its result is written down. */
export const ItemBefore = ({ at, item }: ItemBeforeProps) => {
  const { about, table } = at;
  const { t, lang, town, reading } = about;
  const { nameOf } = actorsOf(about);
  const measure = item.measure && reading.models.measure(item.measure, reading.view);
  const promises = table.followUps.filter((it) => it.item === item.item);
  return (
    <>
      <DefinitionList
        items={[
          {
            term: t('roundtable.item.kind'),
            value: codeWord(t, 'roundtable.itemKind', item.kind),
          },
          {
            term: t('roundtable.item.broughtBy'),
            value: item.broughtBy && nameOf(item.broughtBy),
            lang: 'de',
          },
          { term: t('roundtable.item.text'), value: item.text, lang: 'de' },
          { term: t('roundtable.item.measure'), value: measure && measure.title, lang: 'de' },
        ]}
      />
      {promises.length === 0 ? null : (
        <section aria-labelledby="promised-heading">
          <h2 id="promised-heading">{t('roundtable.followUp.agreed')}</h2>
          <ul class="links">
            {promises.map(({ followUp, actor, what, due }) => (
              <li>
                <a
                  href={workPath(lang, town.slug, 'tables', table.id, 'followUps', followUp)}
                  lang="de"
                >
                  {`${nameOf(actor)}: ${what}`}
                </a>{' '}
                {due === null ? null : t('roundtable.until', { day: formatDay(due, lang) })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};
