import { Global, Module } from '@nestjs/common';
import { Redactions } from './redactions.js';
import { RedactionsController } from './redactions.controller.js';

/** Taking texts out for good. */
@Global()
@Module({ controllers: [RedactionsController], providers: [Redactions], exports: [Redactions] })
export class RedactionsModule {}
