import { Global, Module } from '@nestjs/common';
import { Erasures } from './erasures.js';
import { PersonDataController } from './person-data.controller.js';
import { PersonDataReader } from './person-data.js';

/** What people may ask for of what is kept of them. */
@Global()
@Module({
  controllers: [PersonDataController],
  providers: [Erasures, PersonDataReader],
  exports: [Erasures, PersonDataReader],
})
export class PersonsModule {}
