import { Module } from '@nestjs/common';
import { MeasureDesk } from '../measures/measure-desk.js';
import { BarrierController } from '../barriers/barrier.controller.js';
import { BarrierInboxController } from '../barriers/barrier-inbox.controller.js';
import { InboxController } from './inbox.controller.js';
import { InboxDesk } from './inbox-desk.js';
import { NoticeLimits } from './notice-limits.js';
import { NoticeWays } from './notice-ways.js';
import { NoticeController } from './notice.controller.js';
import { Notices } from './notices.js';
import { Reception } from './reception.js';

/** What strangers tell a group, and what becomes of it. */
@Module({
  controllers: [NoticeController, InboxController, BarrierController, BarrierInboxController],
  providers: [MeasureDesk, NoticeLimits, Notices, NoticeWays, Reception, InboxDesk],
  exports: [Notices],
})
export class NoticesModule {}
