import type { Typed } from './typed.js';
import { typedText } from './typed.js';

/** A kept file as a form brings it along. */
export interface FormFile {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** Written by the server alone: what a browser sends back of it is looked up again. */
export const typedFile = (field: string, file: FormFile | undefined): Typed => ({
  [`${field}.sha256`]: file?.sha256 ?? '',
  [`${field}.name`]: file?.name ?? '',
  [`${field}.type`]: file?.mediaType ?? '',
  [`${field}.bytes`]: file ? String(file.bytes) : '',
  [`${field}.drop`]: '',
});

/** The kept file of a form; undefined: none came with it. */
export const fileIn = (typed: Typed, field: string): FormFile | undefined => {
  const said = (name: string) => typedText(typed, `${field}.${name}`);
  const sha256 = said('sha256');
  if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
  return { sha256, name: said('name'), mediaType: said('type'), bytes: Number(said('bytes')) || 0 };
};
