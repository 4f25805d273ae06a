import '@fastify/multipart';
import type { Settings } from '@klimaspur/settings';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../errors/refusal.js';
import { isStranger } from './stranger.js';

/** A file as it came with a form. */
export interface SentFile {
  readonly field: string;
  /** As its owner calls it: nothing to go by. */
  readonly name: string;
  /** Empty where it was too large to be kept in mind. */
  readonly bytes: Uint8Array;
  readonly tooLarge: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** What came along with the fields of the body. */
    sentFiles?: readonly SentFile[];
  }
}

/** Forms that a file may come with, and the address of the API for one. */
export const takesFiles = new RegExp(
  [
    String.raw`^/api/v1/municipalities/:id/files$`,
    String.raw`/(eintragen|record|beleg|evidence|berichtigen|correct)$`,
    String.raw`/(beschluesse/neu|decisions/new|zieljahr|target|wer-beobachtet|who-observes)$`,
    String.raw`/(ergebnisse|results)/:item$`,
    String.raw`/(offene-fragen|open-questions)/:table/:item$`,
  ].join('|'),
);

const bytesIn = ({ fileMegabytes }: Settings): number => fileMegabytes * 1_000_000;

const FIELDS = { fields: 1_000, fieldSize: 100_000, files: 4, parts: 1_010 };
const MOST_CHARACTERS = 1_048_576;

/**
 * Reads a form with files before anybody asks who sent it: whoever is turned away gets back what they typed. Files of
 * strangers are not kept in mind.
 */
export const readMultipart =
  (settings: Settings) =>
  async (request: FastifyRequest): Promise<void> => {
    if (!request.isMultipart()) return;
    const limits = { ...FIELDS, fileSize: bytesIn(settings) };
    const options = { limits, throwFileSizeLimit: false };
    const body: Record<string, string | string[]> = {};
    const files: SentFile[] = [];
    let characters = 0;
    try {
      for await (const part of request.parts(options)) {
        if (part.type === 'file') {
          const { fieldname: field, filename: name = '', file } = part;
          const bytes = await bytesOf(file, isStranger(request));
          const tooLarge = file.truncated;
          if (name !== '' || bytes.length > 0) files.push({ field, name, bytes, tooLarge });
          continue;
        }
        const { fieldname, value } = part as { fieldname: string; value: unknown };
        const text = String(value);
        characters += text.length;
        if (part.valueTruncated || characters > MOST_CHARACTERS) {
          throw new Refusal('request/too-large');
        }
        const before = body[fieldname];
        body[fieldname] = before === undefined ? text : [before, text].flat();
      }
    } catch (error) {
      if (error instanceof Refusal || (error as { statusCode?: number }).statusCode) throw error;
      throw new Refusal('request/unreadable');
    }
    request.body = body;
    request.sentFiles = files;
  };

type Content = AsyncIterable<Buffer> & { readonly truncated: boolean };

/** To its end, whatever becomes of it: what stands behind it in the form is wanted too. */
export async function bytesOf(file: Content, forgetting = false): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of file) if (!forgetting) chunks.push(chunk);
  return file.truncated ? new Uint8Array() : Buffer.concat(chunks);
}
