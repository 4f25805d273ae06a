import { Global, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { PublicNeeds } from './public-needs.js';
import { PublishGaps } from './publish-gaps.js';
import { RecordEntryHandler } from './record-entry.handler.js';
import { TownKeys } from './town-keys.js';
import { WriteAnswer } from './write-answer.js';
import { writeControllers } from './write-controllers.js';
import { WriteDoors } from './write-doors.js';

@Global()
@Module({
  imports: [CqrsModule.forRoot()],
  controllers: [...writeControllers],
  providers: [PublicNeeds, PublishGaps, TownKeys, RecordEntryHandler, WriteAnswer, WriteDoors],
  exports: [CqrsModule, PublicNeeds, PublishGaps, WriteAnswer, WriteDoors],
})
export class CommandsModule {}
