import { Global, Module } from '@nestjs/common';
import { Redactions } from './redactions.js';

/** Taking texts out for good. */
@Global()
@Module({ providers: [Redactions], exports: [Redactions] })
export class RedactionsModule {}
