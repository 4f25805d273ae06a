import { DomainError } from '@klimaspur/domain';
import {
  AppendTooLarge,
  LogError,
  type RecordedEvent,
  RevisionConflict,
  RevisionRequired,
  storageTrouble,
} from '@klimaspur/event-store';
import { ViewsDamaged } from '@klimaspur/read-models';
import { PersonErased, VaultUnavailable } from '@klimaspur/vault';
import { HttpException, HttpStatus } from '@nestjs/common';
import { Refusal, type RefusalDetails } from './refusal.js';
import { isProblemCode, type ProblemCode } from './statuses.js';

/** What an error says to the one who asked. `unexpected`: it says nothing, and somebody should look at the log. */
export interface ReadRefusal extends RefusalDetails {
  readonly code: ProblemCode;
  readonly unexpected?: true;
}

const failed: ReadRefusal = { code: 'server/failed', unexpected: true };

/** The server's own codes for requests that never reached a route. */
const transport: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request/too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request/wrong-media-type',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request/broken-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request/broken-json',
};

/** Reads any error that a request may end in. */
export function readRefusal(error: unknown): ReadRefusal {
  if (error instanceof Refusal) return known(error.code, error.details);
  if (error instanceof DomainError) return known(error.code, fromDomain(error));
  if (error instanceof PersonErased) return { code: error.code };
  if (error instanceof VaultUnavailable) return { code: error.code, headers: soon };
  if (error instanceof ViewsDamaged) return { code: error.code, headers: soon, unexpected: true };
  if (error instanceof LogError) return storageRefusal(error) ?? known(error.code, fromLog(error));
  // Nest wraps what the server itself refused.
  if (error instanceof HttpException && error.cause) return readRefusal(error.cause);
  if (error instanceof HttpException) return fromStatus(error.getStatus());
  const stored = storageRefusal(error);
  if (stored) return stored;
  const { code, name, statusCode } = (error ?? {}) as Readonly<Record<string, unknown>>;
  const refused = transport[String(code)];
  if (refused) return { code: refused };
  if (name === 'SyntaxError' && statusCode === 400) return { code: 'request/broken-json' };
  return typeof statusCode === 'number' ? fromStatus(statusCode) : failed;
}

/** Refusals of a moment: sent again with the same key, the command may well go in. */
const momentary = new Set([
  'log/busy',
  'log/outcome-unknown',
  'log/unreachable',
  'log/write-failed',
]);

/**
 * What the disk under log, vault or files said; in each case nothing was kept. Not so where it fails while it is written:
 * of the log the outcome is unknown then.
 */
function storageRefusal(error: unknown): ReadRefusal | undefined {
  const trouble = storageTrouble(error);
  if (trouble === undefined || (trouble === 'failing' && error instanceof LogError))
    return undefined;
  return { code: `storage/${trouble}`, headers: soon, unexpected: true };
}

const soon = { 'retry-after': '2' };

const known = (code: string, details: RefusalDetails): ReadRefusal =>
  isProblemCode(code) ? { code, ...details } : failed;

function fromStatus(status: number): ReadRefusal {
  if (status === HttpStatus.NOT_FOUND) return { code: 'route/unknown' };
  if (status === HttpStatus.UNAUTHORIZED) return { code: 'auth/sign-in-needed' };
  if (status === HttpStatus.FORBIDDEN) return { code: 'auth/not-allowed' };
  if (status === HttpStatus.PAYLOAD_TOO_LARGE) return { code: 'request/too-large' };
  return status >= 400 && status < 500 ? { code: 'request/unreadable' } : failed;
}

function fromDomain({ code, issues }: DomainError): RefusalDetails {
  const params = issues[0]?.params ?? {};
  if (code !== 'entry/correct-at-source') return { issues, params };
  const { decision, source } = params;
  const links = { decision, entry: source, href: `/api/v1/decisions/${String(decision)}` };
  return { issues, params, members: { source: links } };
}

function fromLog(error: LogError): RefusalDetails {
  if (error instanceof RevisionConflict) {
    const { expected, actual, since } = error;
    return {
      params: { count: since.length },
      members: { expected, actual, since: since.map(asPassed) },
      headers: { etag: `"${actual}"` },
    };
  }
  if (error instanceof AppendTooLarge) return { params: { limit: error.limit } };
  if (error instanceof RevisionRequired) return { members: { header: 'If-Match' } };
  return momentary.has(error.code) ? { headers: soon } : {};
}

/** An event that came between, without its text: enough to fetch it. */
const asPassed = ({ id, type, revision, metadata }: RecordedEvent) => ({
  id,
  type,
  revision,
  occurredOn: metadata['occurredOn'] ?? null,
  recordedAt: metadata['recordedAt'],
});
