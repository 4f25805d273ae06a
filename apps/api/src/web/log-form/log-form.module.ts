import { Module } from '@nestjs/common';
import { CorrectionsController } from '../corrections/corrections.controller.js';
import { NoticesModule } from '../notices/notices.module.js';
import { LogDesk } from './log-desk.js';
import { LogFormController } from './log-form.controller.js';
import { SavedController } from './saved.controller.js';

/** The pages on which monitors write. */
@Module({
  imports: [NoticesModule],
  controllers: [LogFormController, SavedController, CorrectionsController],
  providers: [LogDesk],
})
export class LogFormModule {}
