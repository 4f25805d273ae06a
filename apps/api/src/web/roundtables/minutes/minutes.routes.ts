import type { WorkRoute } from '../../forms/work-controller.js';
import { agendaRoutes } from './agenda.routes.js';
import { placeItemRoutes } from './place.routes.js';

/** What is talked about at a meeting, and what came of it. */
export const minutesRoutes: readonly WorkRoute[] = [...agendaRoutes, ...placeItemRoutes];
