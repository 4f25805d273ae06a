import type { WorkRoute } from '../../forms/work-controller.js';
import { followUpRoutes } from './follow-up.routes.js';
import { followUpsRoutes } from './follow-ups.routes.js';
import { organisationRoutes } from './organisation.routes.js';
import { questionRoutes } from './questions.routes.js';

/** What is done between the meetings. */
export const betweenMeetingsRoutes: readonly WorkRoute[] = [
  ...followUpsRoutes,
  ...followUpRoutes,
  ...organisationRoutes,
  ...questionRoutes,
];
