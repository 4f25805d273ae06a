import { Notice } from '../../components/notice.js';
import { SelectField } from '../../components/choices.js';
import { TextArea } from '../../components/text-fields.js';
import type { AboutTown, AboutWork } from '../../forms/asked.js';
import { FormPage } from '../../forms/form.js';
import { type PageForm, type PageView, workCrumbs } from '../../forms/form-pages.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { workPath } from '../../paths.js';
import { ActorsPage } from './actors.page.js';
import { kindChoices } from './actor-form.js';
import { PastedPreview } from './pasted-preview.js';
import { registerPasted } from './register-pasted.js';

export const actorCrumbs = (about: AboutTown) =>
  workCrumbs(about, {
    label: about.t('alliance.organisations'),
    href: workPath(about.lang, about.town.slug, 'organisations'),
  });

const actorsIn = ({ reading: { models, view }, town }: AboutTown) =>
  models.actors({ municipality: town.id }, view);

const listView = (about: AboutTown): PageView => ({
  title: about.t('alliance.organisations'),
  path: (lang) => workPath(lang, about.town.slug, 'organisations'),
  crumbs: workCrumbs(about),
  right: ['actor', 'register-actor'],
  children: <ActorsPage t={about.t} town={about.town} actors={actorsIn(about)} />,
});

/** „Organisationen erfassen“: one or forty, a line each. */
const registerForm = (about: AboutWork): PageForm => {
  const { t, lang, town } = about;
  const back = workPath(lang, town.slug, 'organisations');
  const title = t('alliance.add');
  return {
    title,
    path: (other) => workPath(other, town.slug, 'organisations', 'new'),
    back,
    crumbs: actorCrumbs(about),
    right: ['actor', 'register-actor'],
    now: { kind: 'ASSOCIATION' },
    work: async (write, reader) => {
      if (reader.text('names') === undefined) reader.fail('names', 'alliance.problem.nobody');
      const { added } = await registerPasted(about, write, reader);
      return { path: back, notice: added > 0 ? 'saved' : 'unchanged' };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, back, state, title }}
        lead={t('alliance.add.lead')}
        before={
          <Notice kind="info">
            <p>{t('alliance.add.persons')}</p>
          </Notice>
        }
        submit={t('alliance.add.submit')}
      >
        {(fields) => (
          <>
            <PastedPreview fields={fields} known={actorsIn(about)} />
            <TextArea
              {...fields.text('names')}
              label={t('alliance.names')}
              hint={t('alliance.names.hint')}
              rows={10}
              required
            />
            <SelectField
              {...fields.text('kind')}
              label={t('alliance.kind.others')}
              hint={t('alliance.kind.others.hint')}
              choices={kindChoices(t)}
            />
          </>
        )}
      </FormPage>
    ),
  };
};

/** The organisations of a town, and how they come in. */
export const registerRoutes: readonly WorkRoute[] = [
  { parts: ['organisations'], view: listView },
  { parts: ['organisations', 'new'], form: registerForm },
];
