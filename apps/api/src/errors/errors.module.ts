import { Global, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { ProblemFilter } from './problem.filter.js';
import { RouteTable } from './route-table.js';

@Global()
@Module({
  providers: [RouteTable, { provide: APP_FILTER, useClass: ProblemFilter }],
  exports: [RouteTable],
})
export class ErrorsModule {}
