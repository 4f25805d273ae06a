import {
  ApiBody,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiResponse,
  type ApiResponseOptions,
} from '@nestjs/swagger';
import { ProblemAnswer } from '../errors/problem.dto.js';
import type { Door } from './doors.js';
import { RecordedAnswer } from './recorded.dto.js';

const problems: Readonly<Record<number, string>> = {
  400: 'Something in the request is missing or wrong; `errors` names each field.',
  401: 'No token and no session.',
  403: 'The role does not allow it here.',
  404: 'There is no such thing.',
  409: 'It does not fit what is recorded.',
  412: 'Others wrote in the meantime; `since` names the events.',
  413: 'Too large.',
  415: 'Not JSON.',
  422: 'The Idempotency-Key belongs to another request.',
};

/** What the description of the API says about one command. */
export function describeWrite({ definition, name, body, category }: Door): MethodDecorator[] {
  const { mode, type, doc } = definition;
  const creating = mode === 'creating';
  const described = [
    ApiOperation({ operationId: name, summary: doc, description: `Records \`${type}\`.` }),
    ApiBody({ type: body }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'The same key is carried out once; a UUIDv7 becomes the id of the command.',
      schema: { type: 'string', maxLength: 200 },
    }),
    ApiHeader({
      name: 'If-Match',
      required: mode === 'replacing',
      description: 'The revision this is based on, in quotes.',
      schema: { type: 'string', pattern: '^"\\d+"$' },
    }),
    ApiResponse({
      status: creating ? 201 : 200,
      type: RecordedAnswer,
      headers: {
        ETag: { schema: { type: 'string' }, description: 'revision of the stream now' },
        'Klimaspur-Position': {
          schema: { type: 'string' },
          description: 'send it as Klimaspur-After to read what was written',
        },
      },
    }),
    ...Object.entries(problems).map(([status, description]) =>
      ApiResponse(problemResponse(Number(status), description)),
    ),
  ];
  if (mode === 'replacing') {
    described.push(ApiResponse(problemResponse(428, 'If-Match is missing.')));
  }
  if (!creating) {
    described.push(
      ApiParam({ name: 'id', schema: { type: 'string', format: 'uuid' }, description: category }),
    );
  }
  return described;
}

/** An answer of RFC 9457, for the description of the API. */
export const problemResponse = (status: number, description: string): ApiResponseOptions => ({
  status,
  description,
  content: { 'application/problem+json': { schema: { $ref: PROBLEM_SCHEMA } } },
});

const PROBLEM_SCHEMA = `#/components/schemas/${ProblemAnswer.name}`;
