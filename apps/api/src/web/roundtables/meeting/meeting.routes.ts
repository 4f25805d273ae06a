import type { WorkRoute } from '../../forms/work-controller.js';
import { conveneRoutes } from './convene.routes.js';
import { deskRoutes } from './desk.routes.js';
import { internalRoutes } from './internal.routes.js';
import { inviteRoutes } from './invite.routes.js';
import { letterRoutes } from './letters.routes.js';
import { mendRoutes } from './mend.routes.js';
import { replyRoutes } from './replies.routes.js';
import { suggestionRoutes } from './suggestions.routes.js';
import { withdrawRoutes } from './withdraw.routes.js';

/** All that is done before a meeting. */
export const meetingRoutes: readonly WorkRoute[] = [
  ...conveneRoutes,
  ...mendRoutes,
  ...deskRoutes,
  ...inviteRoutes,
  ...withdrawRoutes,
  ...replyRoutes,
  ...letterRoutes,
  ...suggestionRoutes,
  ...internalRoutes,
];
