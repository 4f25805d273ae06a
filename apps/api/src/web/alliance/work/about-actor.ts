import type { ActorDetail } from '@klimaspur/read-models';
import type { AboutTown } from '../../forms/asked.js';
import { workPath } from '../../paths.js';
import { actorCrumbs } from './register.routes.js';

/** What all forms about one organisation have in common; `parts` below it. */
export const aboutActor = (about: AboutTown, actor: ActorDetail, ...parts: readonly string[]) => {
  const { lang, town } = about;
  const back = workPath(lang, town.slug, 'organisations', actor.id);
  return {
    back,
    path: (other: typeof lang) => workPath(other, town.slug, 'organisations', actor.id, ...parts),
    crumbs: [...actorCrumbs(about), { label: actor.name, lang: 'de', href: back }],
  };
};
