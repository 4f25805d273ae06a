import { Module } from '@nestjs/common';
import { AnswerInterceptor } from '../reading/answer.interceptor.js';
import { ExportsController } from './exports.controller.js';

/** Files out. */
@Module({ controllers: [ExportsController], providers: [AnswerInterceptor] })
export class ExportsModule {}
