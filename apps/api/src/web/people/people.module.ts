import { Module } from '@nestjs/common';
import { AccountController, FarewellController } from '../account/account.controller.js';
import { ForgetController } from './forget.controller.js';
import { PeopleController } from './people.controller.js';
import { Team } from './team.js';

/** Who takes part: the people of a town, and what each can see and change of themselves. */
@Module({
  controllers: [PeopleController, ForgetController, AccountController, FarewellController],
  providers: [Team],
  exports: [Team],
})
export class PeopleModule {}
