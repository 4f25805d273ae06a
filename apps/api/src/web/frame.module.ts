import { Global, Module } from '@nestjs/common';
import { Reader } from '../reading/reader.js';
import { PageETag } from './page-etag.js';
import { PageFrame } from './page-frame.js';

/** What every page needs: the question behind the request, and the frame around the answer. */
@Global()
@Module({
  providers: [Reader, PageFrame, PageETag],
  exports: [Reader, PageFrame, PageETag],
})
export class FrameModule {}
