import { Global, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { RecordEntryHandler } from './record-entry.handler.js';
import { WriteAnswer } from './write-answer.js';
import { writeControllers } from './write-controllers.js';
import { WriteDoors } from './write-doors.js';

@Global()
@Module({
  imports: [CqrsModule.forRoot()],
  controllers: [...writeControllers],
  providers: [RecordEntryHandler, WriteAnswer, WriteDoors],
  exports: [CqrsModule, WriteAnswer, WriteDoors],
})
export class CommandsModule {}
