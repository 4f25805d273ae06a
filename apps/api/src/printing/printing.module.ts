import { Module } from '@nestjs/common';
import { PdfPrinter } from './pdf-printer.js';

/** Pages as files for printing. */
@Module({ providers: [PdfPrinter], exports: [PdfPrinter] })
export class PrintingModule {}
