import { Module } from '@nestjs/common';
import { ImportsController } from './imports.controller.js';

/** Files in. */
@Module({ controllers: [ImportsController] })
export class ImportsModule {}
