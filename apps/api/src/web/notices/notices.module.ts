import { Module } from '@nestjs/common';
import { MeasureDesk } from '../measures/measure-desk.js';
import { InboxController } from './inbox.controller.js';
import { NoticeLimits } from './notice-limits.js';
import { NoticeWays } from './notice-ways.js';
import { NoticeController } from './notice.controller.js';
import { Notices } from './notices.js';

/** What strangers tell a group, and what becomes of it. */
@Module({
  controllers: [NoticeController, InboxController],
  providers: [MeasureDesk, NoticeLimits, Notices, NoticeWays],
  exports: [Notices],
})
export class NoticesModule {}
