import { formatDay, type Translate } from '@klimaspur/messages';
import type { ActorDetail, MergedActor, Municipality } from '@klimaspur/read-models';
import { EmptyState } from '../../components/empty-state.js';
import { Notice } from '../../components/notice.js';
import { PageTitle } from '../../components/page-title.js';
import { workPath } from '../../paths.js';
import { Task } from '../../plans/plans.page.js';
import { codeWord } from '../../words/entry-words.js';

interface ActorPageProps {
  readonly t: Translate;
  readonly town: Municipality;
  readonly actor: ActorDetail;
  readonly mayPublish: boolean;
  /** What was merged into it. */
  readonly merged: readonly MergedActor[];
}

/** All that can be done with one organisation. */
export const ActorPage = ({ t, town, actor, mayPublish, merged }: ActorPageProps) => {
  const { id, name, kind, published, inAlliance } = actor;
  const below = (...more: readonly string[]) =>
    workPath(t.lang, town.slug, 'organisations', id, ...more);
  return (
    <>
      <PageTitle title={name} lang="de" kicker={codeWord(t, 'actorKind', kind)} />
      <Notice kind={published ? 'success' : 'info'}>
        <p>{t(published ? 'alliance.named.text' : 'alliance.unnamed.text')}</p>
        {mayPublish ? (
          <p>
            <a href={below(published ? 'unpublish' : 'publish')}>
              {t(published ? 'publish.takeBack' : 'alliance.publish')}
            </a>
          </p>
        ) : null}
      </Notice>
      <ul class="tasks">
        <Task href={below('details')} title={t('alliance.edit')} hint={t('alliance.edit.hint')} />
        <Task
          href={below('contacts')}
          title={t('alliance.contacts')}
          hint={t('alliance.contacts.hint')}
        />
        <Task
          href={workPath(t.lang, town.slug, 'followUps', id)}
          title={t('alliance.open')}
          hint={t('alliance.open.hint')}
        />
        <Task
          href={below('alliance')}
          title={t(inAlliance ? 'alliance.leave' : 'alliance.join')}
          hint={t('alliance.join.hint')}
          stand={
            inAlliance
              ? t('alliance.since', {
                  day:
                    inAlliance.on === null ? t('date.unknown') : formatDay(inAlliance.on, t.lang),
                })
              : undefined
          }
        />
      </ul>
      <section aria-labelledby="offers-heading">
        <h2 id="offers-heading">{t('alliance.offers')}</h2>
        <Offers {...{ t, actor }} below={below} />
        <p>
          <a class="button" href={below('offers')}>
            {t('alliance.offer.add')}
          </a>
        </p>
      </section>
      <section aria-labelledby="mistake-heading">
        <h2 id="mistake-heading">{t('alliance.mistake')}</h2>
        {merged.map((other) => (
          <p>
            {t('alliance.merged')} <span lang="de">{other.name}</span>{' '}
            <a href={below('merge', other.id, 'void')}>
              {t('alliance.unmerge')}
              <span class="hidden" lang="de">
                : {other.name}
              </span>
            </a>
          </p>
        ))}
        <ul class="tasks">
          <Task href={below('merge')} title={t('alliance.merge')} hint={t('alliance.merge.hint')} />
          <Task
            href={below('void')}
            title={t('alliance.takeBack')}
            hint={t('alliance.takeBack.hint')}
          />
        </ul>
      </section>
    </>
  );
};

interface OffersProps {
  readonly t: Translate;
  readonly actor: ActorDetail;
  readonly below: (...more: readonly string[]) => string;
}

/** „Was wir einbringen“, with the way to take it back. */
const Offers = ({ t, actor, below }: OffersProps) =>
  actor.offers.length === 0 ? (
    <EmptyState text={t('alliance.offers.none')} />
  ) : (
    <ul class="tasks">
      {actor.offers.map(({ entry, contribution, what }) => (
        <li>
          <p class="tasks__what">
            <span lang="de">{what}</span>
            <small>{codeWord(t, 'contribution', contribution)}</small>
          </p>
          <p class="tasks__stand">
            <a href={below('offers', entry, 'withdraw')}>
              {t('alliance.offer.withdraw')}
              <span class="hidden" lang="de">
                : {what}
              </span>
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
