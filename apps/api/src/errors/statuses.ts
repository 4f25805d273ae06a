/**
 * Which HTTP status a refusal is: the only place that knows. A code that is missing here is a mistake of ours and
 * answered with 500; the texts lie in libs/messages under `problem.<code>`.
 */
export const statuses = {
  'command/invalid': 400,
  'command/unknown': 404,
  'query/invalid': 400,
  'query/future-day': 400,
  'request/broken-json': 400,
  'request/too-deep': 400,
  'request/wrong-if-match': 400,
  'request/wrong-idempotency-key': 400,
  'request/unreadable': 400,
  'request/not-an-object': 400,
  'log/not-storable': 400,

  'auth/sign-in-needed': 401,
  'auth/token-unknown': 401,
  'auth/not-allowed': 403,
  'auth/operator-needed': 403,
  'auth/foreign-origin': 403,

  'route/unknown': 404,
  'measure/unknown': 404,
  'plan/unknown': 404,
  'municipality/unknown': 404,
  'organ/unknown': 404,
  'decision/unknown': 404,
  'person/unknown': 404,
  'link/unknown': 404,
  'notice/unknown': 404,
  'internal-note/unknown': 404,
  'import/town-unknown': 404,
  'import/unknown': 404,
  'route/wrong-method': 405,

  'measure/already-exists': 409,
  'plan/already-exists': 409,
  'municipality/already-exists': 409,
  'organ/already-exists': 409,
  'decision/already-exists': 409,
  'entry/correct-at-source': 409,
  'entry/already-voided': 409,
  'entry/not-correctable': 409,
  'log/upgrade-needed': 409,
  'log/wrong-expected-revision': 409,
  'log/id-conflict': 409,
  'example/not-open': 409,
  'publish/imprint-missing': 409,
  'publish/responsible-missing': 409,
  'publish/observers-missing': 409,
  'backup/running': 409,
  'import/example': 409,

  'link/used': 410,
  'link/expired': 410,
  'stream/revision-conflict': 412,
  'log/append-too-large': 413,
  'request/too-large': 413,
  'request/wrong-media-type': 415,
  'idempotency/key-reused': 422,
  'stream/revision-required': 428,

  'server/failed': 500,
  'log/busy': 503,
  'log/outcome-unknown': 503,
  'log/write-failed': 503,
  'log/closed': 503,
  'views/behind': 503,
  'backup/failed': 503,
} as const satisfies Record<string, number>;

export type ProblemCode = keyof typeof statuses;

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(statuses, code);
