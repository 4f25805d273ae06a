import { Global, Module } from '@nestjs/common';
import { Erasures } from './erasures.js';

/** What people may ask for of what is kept of them. */
@Global()
@Module({ providers: [Erasures], exports: [Erasures] })
export class PersonsModule {}
