import { Global, Module } from '@nestjs/common';
import { Reader } from '../reading/reader.js';
import { PageFrame } from './page-frame.js';

/** What every page needs: the question behind the request, and the frame around the answer. */
@Global()
@Module({ providers: [Reader, PageFrame], exports: [Reader, PageFrame] })
export class FrameModule {}
