import { codeWord } from '../words/entry-words.js';
import { dayOrUnknown, supportWords } from '../roundtables/shown/promise-words.js';
import { actorPath, meetingPath, tablePath } from '../roundtables/table-paths.js';
import { EntryLink, type MeasurePart } from './entry-link.js';
import type { MeasureAllies } from './measure-allies.js';

/** Which round table a measure came from or was talked about at, and who brings something in for it. */
export const AlliesSection = (props: MeasurePart & { readonly allies: MeasureAllies }) => {
  const { t, measure, allies, at } = props;
  const { tables, support, project } = allies;
  const { slug } = measure.municipality;
  if (tables.length + support.length === 0 && measure.facts.ownProject === null) return null;
  return (
    <section aria-labelledby="allies-heading">
      <h2 id="allies-heading">{t('alliance.ofMeasure')}</h2>
      {measure.facts.ownProject === null ? null : (
        <p>
          {t('alliance.isOwnProject')}
          {project === null ? null : (
            <>
              {': '}
              <a href={at(actorPath(t.lang, slug, project.id))} lang="de">
                {project.name}
              </a>
            </>
          )}
        </p>
      )}
      {tables.length === 0 ? null : (
        <>
          <h3>{t('roundtable.ofMeasure')}</h3>
          <ul class="links">
            {tables.map(({ roundtable: { id, name }, key, on, proposed, result, entry }) => (
              <li>
                {proposed
                  ? t('roundtable.ofMeasure.proposed')
                  : codeWord(t, 'roundtable.result', result ?? undefined)}
                {': '}
                <a
                  href={at(
                    key === null ? tablePath(t.lang, slug, id) : meetingPath(t.lang, slug, id, key),
                  )}
                >
                  <span lang="de">{name}</span>, {dayOrUnknown(on, t)}
                </a>
                <EntryLink
                  {...{ t, measure, at, entry }}
                  about={`${name}, ${dayOrUnknown(on, t)}`}
                  own={[name]}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {support.length === 0 ? null : (
        <>
          <h3>{t('alliance.supportOfMeasure')}</h3>
          <ul class="tasks">
            {support.map((pledge) => {
              const { actor, what, contribution, entry, delivered, withdrawn } = pledge;
              const last = (delivered ?? withdrawn)?.entry ?? entry;
              return (
                <li>
                  <p class="tasks__what">
                    <span lang="de">{what}</span>
                    <small>
                      <a href={at(actorPath(t.lang, slug, actor.id))} lang="de">
                        {actor.name}
                      </a>
                      {` · ${codeWord(t, 'contribution', contribution)}`}
                    </small>
                  </p>
                  <p class="tasks__stand">
                    <span>
                      {supportWords(pledge, t)}
                      <EntryLink {...{ t, measure, at }} entry={last} about={what} own={[what]} />
                    </span>
                  </p>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
};
