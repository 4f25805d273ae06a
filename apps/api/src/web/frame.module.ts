import { Global, Module } from '@nestjs/common';
import { Reader } from '../reading/reader.js';
import { FormDesk } from './forms/form-desk.js';
import { FormFiles } from './forms/form-files.js';
import { FormPages } from './forms/form-pages.js';
import { FormWriter } from './forms/form-writer.js';
import { SavedNotices } from './forms/saved-notice.js';
import { PageETag } from './page-etag.js';
import { PageFrame } from './page-frame.js';

/** What every page needs: the question behind the request, the frame around the answer, and the forms. */
@Global()
@Module({
  providers: [
    Reader,
    PageFrame,
    PageETag,
    SavedNotices,
    FormWriter,
    FormDesk,
    FormFiles,
    FormPages,
  ],
  exports: [Reader, PageFrame, PageETag, FormDesk, FormFiles, FormPages],
})
export class FrameModule {}
