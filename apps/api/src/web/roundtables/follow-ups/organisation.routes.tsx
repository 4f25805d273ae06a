import { formatDay } from '@klimaspur/messages';
import { CopyText } from '../../components/copy-text.js';
import { EmptyState } from '../../components/empty-state.js';
import { PageTitle } from '../../components/page-title.js';
import type { AboutTown, AboutWork } from '../../forms/asked.js';
import { FormPage } from '../../forms/form.js';
import { type PageForm, type PageView, workCrumbs } from '../../forms/form-pages.js';
import { mayIn } from '../../forms/rights.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { measurePath, workPath } from '../../paths.js';
import { mailTo } from './organisation-mail.js';
import { PromiseList } from './promise-list.js';
import { QuestionList } from './questions.routes.js';
import { withOrganisation } from './with-organisation.js';

const organisationView = async (about: AboutWork, id = ''): Promise<PageView> => {
  const { t, lang, town } = about;
  const shared = withOrganisation(about, id);
  const { actor, promises, questions, dates, support } = shared;
  const mayRemind = promises.length > 0 && mayIn(about, 'roundtable', 'remind-of-follow-up', town);
  const addresses = await addressesOf(about, id);
  return {
    title: actor.name,
    titleLang: 'de',
    path: (other) => workPath(other, town.slug, 'followUps', id),
    crumbs: followUpCrumbs(about),
    children: (
      <>
        <PageTitle title={actor.name} lang="de" kicker={t('roundtable.followUps')} />
        {promises.length === 0 ? (
          <EmptyState text={t('roundtable.organisation.none')} />
        ) : (
          <PromiseList {...{ about, promises }} withTable />
        )}
        {questions.length === 0 ? null : (
          <section aria-labelledby="questions-heading">
            <h2 id="questions-heading">{t('roundtable.organisation.questions')}</h2>
            <QuestionList {...{ about, questions }} />
          </section>
        )}
        {support.length === 0 ? null : (
          <section aria-labelledby="support-heading">
            <h2 id="support-heading">{t('roundtable.organisation.support')}</h2>
            <ul>
              {support.map(({ measure, title, what }) => (
                <li lang="de">
                  <a href={measurePath(lang, town.slug, measure)}>{title}</a>
                  {what ? `: ${what}` : ''}
                </li>
              ))}
            </ul>
          </section>
        )}
        {dates.length === 0 ? null : (
          <section aria-labelledby="dates-heading">
            <h2 id="dates-heading">{t('roundtable.organisation.dates')}</h2>
            <ul>
              {dates.map(({ on, table }) => (
                <li>
                  {formatDay(on, lang)}, <span lang="de">{table}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section class="screen-only" aria-labelledby="mail-heading">
          <h2 id="mail-heading">{t('roundtable.organisation.mail')}</h2>
          {addresses === '' ? null : (
            <CopyText
              t={t}
              name="to"
              label={t('roundtable.letters.to')}
              value={addresses}
              rows={1}
            />
          )}
          <CopyText
            t={t}
            name="mail"
            label={t('roundtable.organisation.mail.label')}
            value={mailTo(shared, t)}
            rows={14}
          />
          {mayRemind ? (
            <p>
              <a class="button" href={workPath(lang, town.slug, 'followUps', id, 'remind')}>
                {t('roundtable.organisation.remind')}
              </a>
            </p>
          ) : null}
        </section>
      </>
    ),
  };
};

/** Of whom one writes to there, for those alone who may invite. */
const addressesOf = async (about: AboutWork, id: string): Promise<string> => {
  const { vault, town } = about;
  if (!mayIn(about, 'roundtable', 'invite', town)) return '';
  const contacts = await vault.contacts.ofTown(town.id);
  return contacts.flatMap(({ actor, email }) => (actor === id && email ? [email] : [])).join(', ');
};

const followUpCrumbs = (about: AboutTown) =>
  workCrumbs(about, {
    label: about.t('roundtable.followUps'),
    href: workPath(about.lang, about.town.slug, 'followUps'),
  });

const remindForm = (about: AboutTown, id = ''): PageForm => {
  const { t, lang, town, reading } = about;
  const { actor, promises } = withOrganisation(about, id);
  const back = workPath(lang, town.slug, 'followUps', id);
  const title = t('roundtable.organisation.remind');
  return {
    title,
    back,
    path: (other) => workPath(other, town.slug, 'followUps', id, 'remind'),
    crumbs: [...followUpCrumbs(about), { label: actor.name, lang: 'de', href: back }],
    right: ['roundtable', 'remind-of-follow-up'],
    work: async (write) => {
      for (const { table, followUp } of promises) {
        const body = { occurredOn: reading.view.asOf, followUp: followUp.followUp };
        await write({
          ...{ category: 'roundtable', command: 'remind-of-follow-up', id: table.id, body },
        });
      }
      return { path: back };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title, back }}
        about={actor.name}
        lead={t('roundtable.organisation.remind.lead')}
        before={<PromiseList {...{ about, promises }} withTable />}
        submit={title}
      >
        {() => null}
      </FormPage>
    ),
  };
};

/** One page and one mail for each organisation. */
export const organisationRoutes: readonly WorkRoute[] = [
  { parts: ['followUps', ':actor'], view: organisationView },
  { parts: ['followUps', ':actor', 'remind'], form: remindForm },
];
