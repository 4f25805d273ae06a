import { canonicalJson } from './canonical.js';
import { AppendTooLarge, IdConflict } from './errors.js';
import { isUuid } from './event-id.js';
import type { NewEvent } from './event-store.js';
import { NotStorable } from './log-error.js';

/** Canonical bytes of one append, at most, on every store: EventStoreDB refuses a little more than this. */
export const APPEND_LIMIT = 1_000_000;

const TYPE = /^[A-Z][A-Za-z0-9]{0,99}$/;
const MAX_BYTES_PER_UNIT = 3;

/** An event as every store keeps it: `data` and `metadata` are canonical JSON texts. */
export interface StoredForm {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/** What an adapter does first with an append. Throws NotStorable, AppendTooLarge, IdConflict. */
export function storedForms(stream: string, events: readonly NewEvent[]): StoredForm[] {
  if (events.length === 0) throw new NotStorable('An append without events');
  const forms = events.map(storedForm);
  refuseTooLarge(forms);
  refuseTwins(stream, forms);
  return forms;
}

function storedForm({ id, type, data, metadata }: NewEvent): StoredForm {
  if (!isUuid(id)) throw new NotStorable(`${id} is not a lower-case UUID`);
  if (!TYPE.test(type)) throw new NotStorable(`${type} is not an event type`);
  return { id, type, data: objectText(data), metadata: metadataText(metadata) };
}

function metadataText(value: unknown): string {
  const text = objectText(value);
  // EventStoreDB keeps its own there. Looked for in the text first, which costs less.
  if (!text.includes('"$')) return text;
  if (Object.keys(value as object).some((key) => key.startsWith('$'))) {
    throw new NotStorable('A key of metadata may not begin with $');
  }
  return text;
}

function objectText(value: unknown): string {
  const text = canonicalJson(value);
  if (!text.startsWith('{')) throw new NotStorable('data and metadata are JSON objects');
  return text;
}

function refuseTooLarge(forms: readonly StoredForm[]): void {
  const units = forms.reduce((sum, form) => sum + form.data.length + form.metadata.length, 0);
  if (units * MAX_BYTES_PER_UNIT <= APPEND_LIMIT) return;
  const bytes = forms.reduce(
    (sum, form) => sum + Buffer.byteLength(form.data) + Buffer.byteLength(form.metadata),
    0,
  );
  if (bytes > APPEND_LIMIT) throw new AppendTooLarge(bytes, APPEND_LIMIT);
}

function refuseTwins(stream: string, forms: readonly StoredForm[]): void {
  if (forms.length === 1) return;
  const seen = new Set<string>();
  for (const { id } of forms) {
    if (seen.has(id)) throw new IdConflict(stream, id, 'twice-in-one-append');
    seen.add(id);
  }
}
