import { Module } from '@nestjs/common';
import { contactRoutes } from '../alliance/contacts/contacts.routes.js';
import { actorRoutes } from '../alliance/work/actor.routes.js';
import { registerRoutes } from '../alliance/work/register.routes.js';
import { BeginController } from '../begin/begin.controller.js';
import { workController } from '../forms/work-controller.js';
import { organRoutes } from '../organs/organ.routes.js';
import { fieldAssessRoutes } from '../plans/field-assess.routes.js';
import { fieldMoveRoutes } from '../plans/field-move.routes.js';
import { fieldRoutes } from '../plans/field.routes.js';
import { planMeasuresRoutes } from '../plans/plan-measures.routes.js';
import { planRoutes } from '../plans/plan.routes.js';
import { heirRoutes } from '../measure-work/heirs.routes.js';
import { MeasureNotesController } from '../measure-notes/notes.controller.js';
import { measureRoutes } from '../measure-work/measure.routes.js';
import { placeRoutes } from '../measure-work/place.routes.js';
import { recordRoutes } from '../measure-work/record.routes.js';
import { responsibleRoutes } from '../measure-work/responsible.routes.js';
import { supportRoutes } from '../measure-work/support.routes.js';
import { reviveRoutes } from '../measure-work/revive.routes.js';
import { BrokenLinksController } from '../links/broken-links.controller.js';
import { ClarifyModule } from '../clarify/clarify.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { PeopleModule } from '../people/people.module.js';
import { publishingRoutes } from '../publishing/publishing.routes.js';
import { redactRoutes } from '../redaction/redact.routes.js';
import { betweenMeetingsRoutes } from '../roundtables/follow-ups/between-meetings.routes.js';
import { MinutesFileController } from '../roundtables/minutes/minutes-file.controller.js';
import { minutesRoutes } from '../roundtables/minutes/minutes.routes.js';
import { meetingRoutes } from '../roundtables/meeting/meeting.routes.js';
import { rhythmRoutes } from '../roundtables/work/rhythm.routes.js';
import { seatRoutes } from '../roundtables/work/seats.routes.js';
import { tableRoutes } from '../roundtables/work/table.routes.js';
import { townRoutes } from './town.routes.js';
import { WorkController } from './work.controller.js';

/** The pages on which a team works on its town. */
@Module({
  imports: [ClarifyModule, NoticesModule, PeopleModule],
  controllers: [
    BeginController,
    WorkController,
    BrokenLinksController,
    MeasureNotesController,
    MinutesFileController,
    workController('TownWork', townRoutes),
    workController('OrganWork', organRoutes),
    workController('AllianceWork', [...registerRoutes, ...contactRoutes, ...actorRoutes]),
    workController('RoundtableWork', [...tableRoutes, ...seatRoutes, ...rhythmRoutes]),
    workController('RoundtableMinutes', minutesRoutes),
    workController('MeetingWork', meetingRoutes),
    workController('BetweenMeetings', betweenMeetingsRoutes),
    workController('PlanWork', planRoutes),
    workController('FieldWork', [
      ...fieldRoutes,
      ...fieldMoveRoutes,
      ...fieldAssessRoutes,
      ...planMeasuresRoutes,
    ]),
    workController('MeasureWork', [
      ...measureRoutes,
      ...recordRoutes,
      ...placeRoutes,
      ...responsibleRoutes,
      ...supportRoutes,
      ...heirRoutes,
      ...reviveRoutes,
    ]),
    workController('Publishing', publishingRoutes),
    workController('Redaction', redactRoutes),
  ],
})
export class WorkModule {}
