import { isRecord } from './shared/check-fields.js';
import { isPartialDate } from './shared/partial-date.js';
import { missingIn, ofWrongKind } from './shared/stored-kinds.js';

/** What of a stored event is looked at. */
interface Stored {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: object;
}

/**
 * Why an event has no place in the log, whatever it says; undefined: it has. No door lets such a one through. `at`: when it
 * was recorded, in milliseconds, for whoever has read that already.
 */
export const whyOutOfPlace = (
  { data, metadata }: Stored,
  at = Date.parse(recordedAtIn(metadata)),
): string | undefined => {
  if (!isRecord(data)) return 'data is no object';
  if (Number.isNaN(at)) return 'metadata.recordedAt is no instant';
  const { occurredOn = null } = (metadata ?? {}) as Readonly<Record<string, unknown>>;
  return occurredOn === null || isPartialDate(occurredOn)
    ? undefined
    : 'metadata.occurredOn is no day, month or year';
};

const recordedAtIn = (metadata: object): string =>
  ((metadata ?? {}) as { readonly recordedAt: string }).recordedAt;

/**
 * Why what an event says can neither be folded nor shown; undefined: it can. Pages and lists rely on it as well, and
 * those of a whole town would fail for one entry. `history`: of its stream.
 */
export const whyUntellable = (
  { type, data, metadata }: Stored,
  history: readonly Stored[],
): string | undefined => {
  const field = ofWrongKind(type, data, typeCarried({ type, data }, history));
  if (field !== undefined) return `data.${field} is of another kind`;
  const { actor } = (metadata ?? {}) as { readonly actor?: unknown };
  return isAuthor(actor) ? undefined : 'metadata.actor is no author';
};

/**
 * The same for an event at which telling or deciding has failed, which may lack what it should have. Undefined: it is whole.
 */
export const whyUnreadable = (event: Stored, history: readonly Stored[]): string | undefined => {
  const wrong = whyOutOfPlace(event) ?? whyUntellable(event, history);
  if (wrong !== undefined) return wrong;
  const field = missingIn(event.type, event.data, typeCarried(event, history));
  return field === undefined ? undefined : `data.${field} is missing`;
};

/** Of which type the data of a correction are. */
const typeCarried = (
  { type, data }: Pick<Stored, 'type' | 'data'>,
  history: readonly Stored[],
): string | undefined => {
  const { entry } = data;
  return type === 'EntryCorrected' ? history.find(({ id }) => id === entry)?.type : undefined;
};

/** One without a pseudonym is nobody that is known. */
const isAuthor = (actor: unknown = {}): boolean => {
  if (typeof actor !== 'object' || actor === null) return false;
  const { person = '', role = '', municipality = '' } = actor as Readonly<Record<string, unknown>>;
  return [person, role, municipality].every((word) => typeof word === 'string');
};
