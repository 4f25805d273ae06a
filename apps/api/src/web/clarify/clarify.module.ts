import { Module } from '@nestjs/common';
import { ImportsModule } from '../../imports/imports.module.js';
import { ClarifyController } from './clarify.controller.js';
import { Clarifying } from './clarifying.js';

/** What only a person can say about measures. */
@Module({
  imports: [ImportsModule],
  controllers: [ClarifyController],
  providers: [Clarifying],
  exports: [Clarifying],
})
export class ClarifyModule {}
