import { DomainError } from '@klimaspur/domain';

type Code =
  | 'file/missing'
  | 'file/empty'
  | 'file/too-large'
  | 'file/too-many-pixels'
  | 'file/unknown-type'
  | 'file/damaged'
  | 'file/erased';

/** Refused as a command is, so that every door says it in the same words; `path` is the field it came in. */
export const refused = (
  path: string,
  code: Code,
  params: Readonly<Record<string, string | number>> = {},
): DomainError => new DomainError(code, [{ path, code, params }]);
