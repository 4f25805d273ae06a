import compress from '@fastify/compress';
import files from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { assetsPath } from '../web/layout/assets.js';
import { webFolder } from '../web/page-frame.js';
import { COMPRESS_FROM_BYTES } from './kept-answers.js';

/** What the pages are made of in the browser: names change with their content, so it may be kept for ever. */
export async function serveAssets(app: NestFastifyApplication): Promise<void> {
  await app.register(compress, { threshold: COMPRESS_FROM_BYTES, encodings: ['br', 'gzip'] });
  await app.register(files, {
    root: webFolder(),
    prefix: assetsPath,
    immutable: true,
    maxAge: '1y',
    index: false,
    decorateReply: false,
  });
}
