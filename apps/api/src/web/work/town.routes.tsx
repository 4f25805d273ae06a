import type { AboutTown } from '../forms/asked.js';
import { type PageForm, workCrumbs } from '../forms/form-pages.js';
import type { WorkRoute } from '../forms/work-controller.js';
import { pastOf } from '../../reading/past.js';
import { workPath } from '../paths.js';
import { foundingCorrected } from './correct-founding.js';
import { detailsAsTyped, DetailsPage, readDetails } from './details.page.js';
import { targetAsTyped, targetWish } from './target-fields.js';
import { TargetPage } from './target.page.js';

const detailsForm = (about: AboutTown): PageForm => {
  const { t, lang, town } = about;
  const back = workPath(lang, town.slug);
  return {
    title: t('work.details'),
    path: (other) => workPath(other, town.slug, 'details'),
    back,
    crumbs: workCrumbs(about),
    right: ['municipality', 'describe-municipality'],
    edits: true,
    now: detailsAsTyped(town, lang),
    revision: town.revision,
    work: async (write, reader, revision) => {
      const body = readDetails(reader);
      const command = 'describe-municipality';
      const describing = { category: 'municipality', command, id: town.id, body } as const;
      const history = await pastOf(about.reading, 'municipality', town.id);
      const correcting = await foundingCorrected(write, history, reader, t);
      if (correcting) await write.check({ ...correcting, id: town.id });
      await write({ ...describing, revision });
      if (correcting) await write({ ...correcting, id: town.id });
      // Under its id, because its name, and with it its address, may be new.
      return { path: workPath(lang, town.id) };
    },
    children: (state, action) => <DetailsPage t={t} action={action} back={back} state={state} />,
  };
};

const targetForm = (about: AboutTown): PageForm => {
  const { t, lang, town } = about;
  const back = workPath(lang, town.slug);
  return {
    title: t('work.target'),
    path: (other) => workPath(other, town.slug, 'target'),
    back,
    crumbs: workCrumbs(about),
    right: ['municipality', 'set-target'],
    edits: true,
    now: targetAsTyped(town.target, lang),
    work: async (write, reader) => {
      await write({ ...targetWish(reader), id: town.id });
      return { path: back };
    },
    children: (state, action) => <TargetPage t={t} action={action} back={back} state={state} />,
  };
};

/** What a town says of itself. */
export const townRoutes: readonly WorkRoute[] = [
  { parts: ['details'], form: detailsForm },
  { parts: ['target'], form: targetForm },
];
