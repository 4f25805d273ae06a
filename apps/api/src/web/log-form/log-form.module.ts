import { Module } from '@nestjs/common';
import { LogDesk } from './log-desk.js';
import { LogFormController } from './log-form.controller.js';
import { SavedController } from './saved.controller.js';

/** The pages on which monitors write. */
@Module({
  controllers: [LogFormController, SavedController],
  providers: [LogDesk],
})
export class LogFormModule {}
