import { Module } from '@nestjs/common';
import { PrintingModule } from '../printing/printing.module.js';
import { ImportsModule } from '../imports/imports.module.js';
import { AlliancePagesController } from './alliance/shown/alliance.controller.js';
import { ClarifyModule } from './clarify/clarify.module.js';
import { ComparisonPagesController } from './comparison/comparison.controller.js';
import { ReportController } from './council-report/report.controller.js';
import { DecisionFormController } from './decisions/decision-form.controller.js';
import { DatesController } from './dates/dates.controller.js';
import { CalendarDesk } from './roundtables/calendar/calendar-desk.js';
import { CalendarController } from './roundtables/calendar/calendar.controller.js';
import { CalendarKeys } from './roundtables/calendar/calendar-keys.js';
import { CalendarPageController } from './roundtables/calendar/calendar-page.controller.js';
import { TableHistoryController } from './roundtables/history/table-history.controller.js';
import { OutcomePagesController } from './roundtables/outcome/outcome.controller.js';
import { TablePagesController } from './roundtables/shown/tables.controller.js';
import { DecisionPagesController } from './decisions/decisions.controller.js';
import { EraseFileController } from './evidence/erase-file.controller.js';
import { FeedDesk } from './feeds/feed-desk.js';
import { FeedController } from './feeds/feed.controller.js';
import { HomeController } from './home/home.controller.js';
import { CheckFileController } from './imports/check-file.controller.js';
import { ImportDesk } from './imports/import-desk.js';
import { ImportDone } from './imports/import-done.js';
import { ReportFileController } from './imports/report-file.controller.js';
import { SendFilesController } from './imports/send-files.controller.js';
import { MeasureListController } from './measures/list.controller.js';
import { MeasureDesk } from './measures/measure-desk.js';
import { MeasuresPagesController } from './measures/measures.controller.js';
import { VoidedPages } from './measures/voided-pages.js';
import { NoticesModule } from './notices/notices.module.js';
import { PlanController } from './town/plan.controller.js';
import { TownController } from './town/town.controller.js';
import { TownWorkbookController } from './town/town-workbook.controller.js';
import { TownsFileController } from './town/towns-file.controller.js';
import { OwnEntriesController } from './account/own-entries.controller.js';
import { TrailDesk } from './trail/trail-desk.js';
import { TrailController } from './trail/trail.controller.js';
import { TrendsController } from './trends/trends.controller.js';

/** The public pages. */
@Module({
  imports: [PrintingModule, ImportsModule, ClarifyModule, NoticesModule],
  controllers: [
    TownController,
    PlanController,
    TownsFileController,
    TownWorkbookController,
    TrailController,
    OwnEntriesController,
    TrendsController,
    ComparisonPagesController,
    ReportController,
    MeasureListController,
    MeasuresPagesController,
    DecisionFormController,
    DecisionPagesController,
    CalendarController,
    DatesController,
    CalendarPageController,
    OutcomePagesController,
    TablePagesController,
    TableHistoryController,
    AlliancePagesController,
    EraseFileController,
    FeedController,
    HomeController,
    SendFilesController,
    CheckFileController,
    ReportFileController,
  ],
  providers: [
    CalendarDesk,
    CalendarKeys,
    FeedDesk,
    MeasureDesk,
    TrailDesk,
    VoidedPages,
    ImportDesk,
    ImportDone,
  ],
})
export class WebModule {}
