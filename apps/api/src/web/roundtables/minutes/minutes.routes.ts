import type { WorkRoute } from '../../forms/work-controller.js';
import { agendaRoutes } from './agenda.routes.js';
import { approvalRoutes } from './approval.routes.js';
import { concludeRoutes } from './conclude.routes.js';
import { followThroughRoutes } from './follow-through.routes.js';
import { holdRoutes } from './hold.routes.js';
import { itemRoutes } from './item.routes.js';
import { placeItemRoutes } from './place.routes.js';
import { protocolRoutes } from './protocol.routes.js';
import { strikeItemRoutes } from './strike.routes.js';
import { textRoutes } from './text.routes.js';

/** What is talked about at a meeting, and what came of it. */
export const minutesRoutes: readonly WorkRoute[] = [
  ...agendaRoutes,
  ...itemRoutes,
  ...placeItemRoutes,
  ...strikeItemRoutes,
  ...holdRoutes,
  ...concludeRoutes,
  ...followThroughRoutes,
  ...protocolRoutes,
  ...approvalRoutes,
  ...textRoutes,
];
