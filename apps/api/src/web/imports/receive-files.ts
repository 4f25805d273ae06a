import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { IMPORT_LIMIT } from '../../http/prepare-server.js';

export interface Received {
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
  readonly fields: Readonly<Record<string, string>>;
  readonly tooLarge: boolean;
}

const MOST_FILES = 12;

/** Reads a form with files; a file field that was left empty is none. */
export const receiveFiles = async (request: FastifyRequest): Promise<Received> => {
  const files: { name: string; bytes: Buffer }[] = [];
  const fields: Record<string, string> = {};
  const limits = { fileSize: IMPORT_LIMIT, files: MOST_FILES, fields: 20, fieldSize: 10_000 };
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') fields[part.fieldname] = String(part.value);
      else {
        const bytes = await part.toBuffer();
        if (bytes.length > 0) files.push({ name: part.filename.slice(-200), bytes });
      }
    }
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== 'FST_REQ_FILE_TOO_LARGE' && code !== 'FST_FILES_LIMIT') throw error;
    return { files: [], fields, tooLarge: true };
  }
  return { files, fields, tooLarge: false };
};
