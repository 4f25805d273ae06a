import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import { problemResponse } from '../commands/describe-write.js';
import { flag, type Schema } from './answers/schema.js';

interface Answer {
  readonly schema: Schema;
}

interface Options {
  readonly mediaType?: string;
  /** Something named in the address may not be there. */
  readonly notFound?: boolean;
  /** It may have been taken back. */
  readonly gone?: boolean;
}

const incomplete: Schema = {
  ...flag,
  description:
    'only there where it is so: a newer program recorded something that this one does not know. What is known is answered, and nothing can be recorded there (409 `log/upgrade-needed`) until this server is updated',
};

const orIncomplete = (schema: Schema): Schema =>
  schema.type === 'object' && schema.additionalProperties === false
    ? { ...schema, properties: { ...schema.properties, incomplete } }
    : schema;

/** What the description of the API says about one question. */
export const describeQuestion = (
  { schema }: Answer,
  { mediaType = 'application/json', notFound = false, gone = false }: Options = {},
): MethodDecorator =>
  applyDecorators(
    ApiHeader({
      name: 'Klimaspur-After',
      required: false,
      description:
        'Klimaspur-Position of an answer: wait until that is shown, for 2 seconds at most',
      schema: { type: 'string' },
    }),
    ApiResponse({
      ...{ status: 200, description: '' },
      content: { [mediaType]: { schema: orIncomplete(schema) } },
    }),
    ...(mediaType === 'application/json'
      ? [ApiResponse({ status: 304, description: 'Nothing changed since If-None-Match.' })]
      : []),
    ApiResponse(problemResponse(400, 'A parameter is wrong; `errors` names each.')),
    ...(notFound ? [ApiResponse(problemResponse(404, 'There is no such thing.'))] : []),
    ...(gone ? [ApiResponse(problemResponse(410, 'Recorded by mistake, and taken back.'))] : []),
  );
