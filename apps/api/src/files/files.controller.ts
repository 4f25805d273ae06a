import { Controller, Header, Param, Post, Req } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOperation,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { refused } from '@klimaspur/files';
import type { FastifyRequest } from 'fastify';
import { CurrentViewer, SignedIn } from '../auth/auth.guard.js';
import type { Viewer } from '../auth/viewer.js';
import { problemResponse } from '../commands/describe-write.js';
import { languageOf } from '../errors/language.js';
import { filePath } from './file-paths.js';
import { FileRights } from './file-rights.js';
import { KeptFileAnswer } from './files.dto.js';
import { KeptFiles } from './kept-files.js';

const formWithFile = {
  schema: {
    type: 'object',
    required: ['file'],
    properties: { file: { type: 'string', format: 'binary' } },
  },
};

/** Evidence in: the file first, then a command that names its hash. */
@ApiTags('files')
@ApiBearerAuth()
@SignedIn()
@Controller('api/v1/municipalities/:id/files')
export class FilesController {
  constructor(
    private readonly files: KeptFiles,
    private readonly rights: FileRights,
  ) {}

  @Post()
  @Header('cache-control', 'no-store')
  @ApiConsumes('multipart/form-data')
  @ApiBody(formWithFile)
  @ApiOperation({
    operationId: 'uploadFile',
    summary: 'Keep a PDF, JPEG, PNG or WebP that an entry will name as its evidence.',
    description:
      'What it is, its bytes say. Pictures are drawn anew, upright and without what they tell of place and camera; the hash is that of the bytes kept. A file that no entry names is removed after a day.',
  })
  @ApiCreatedResponse({ type: KeptFileAnswer })
  @ApiResponse(problemResponse(400, 'There is no file, or it is empty or damaged.'))
  @ApiResponse(problemResponse(401, 'No token and no session.'))
  @ApiResponse(problemResponse(403, 'The role does not allow it here.'))
  @ApiResponse(problemResponse(404, 'There is no such town.'))
  @ApiResponse(problemResponse(410, 'This very file was erased here.'))
  @ApiResponse(problemResponse(413, 'Too many bytes or pixels; `errors` names field and limit.'))
  @ApiResponse(problemResponse(415, 'No kind of file that is taken.'))
  async upload(
    @Param('id') id: string,
    @CurrentViewer() { person }: Viewer,
    @Req() request: FastifyRequest,
  ): Promise<KeptFileAnswer> {
    const lang = languageOf(request);
    const municipality = this.rights.requireBringing(request, id, lang);
    const [sent] = request.sentFiles ?? [];
    if (!sent) throw refused('file', 'file/missing');
    const { sha256, mediaType, bytes } = await this.files.receive(sent, { person, municipality });
    return { sha256, mediaType, bytes, href: filePath(lang, sha256) };
  }
}
