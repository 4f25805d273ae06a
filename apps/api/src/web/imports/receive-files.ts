import '@fastify/multipart';
import { fileLimit } from '@klimaspur/importers';
import type { FastifyRequest } from 'fastify';
import { bytesOf } from '../../http/multipart-forms.js';

export interface ReceivedFile {
  readonly name: string;
  /** None where it was too large. */
  readonly bytes: Uint8Array;
  readonly tooLarge: boolean;
}

export interface Received {
  readonly files: readonly ReceivedFile[];
  readonly fields: Readonly<Record<string, string>>;
  readonly tooMany: boolean;
}

/** Megabytes of the largest file that is imported. */
export const IMPORT_MEGABYTES = fileLimit / 1_000_000;
export const MOST_FILES = 12;

/** Reads a form with files; a file field that was left empty is none. */
export const receiveFiles = async (request: FastifyRequest): Promise<Received> => {
  const files: ReceivedFile[] = [];
  const fields: Record<string, string> = {};
  const limits = { fileSize: fileLimit, files: MOST_FILES, fields: 20, fieldSize: 10_000 };
  const options = { limits, throwFileSizeLimit: false };
  try {
    for await (const part of request.parts(options)) {
      if (part.type === 'field') fields[part.fieldname] = String(part.value);
      else {
        const { filename = '', file } = part;
        const bytes = await bytesOf(file);
        if (filename === '' && bytes.length === 0) continue;
        files.push({ name: filename.slice(-200), bytes, tooLarge: file.truncated });
      }
    }
  } catch (error) {
    if ((error as { code?: string }).code !== 'FST_FILES_LIMIT') throw error;
    return { files: [], fields, tooMany: true };
  }
  return { files, fields, tooMany: false };
};
