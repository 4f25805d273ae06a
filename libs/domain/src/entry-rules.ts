import type { Command } from './command.js';
import { DomainError } from './shared/domain-error.js';
import { replacementOf } from './shared/replacement.js';
import { textsOf } from './taken-out.js';
import type { Past } from './timeline.js';
import { isAboutVisibility } from './visibility.js';

const bookkeeping = new Set(['EntryCorrected', 'EntryVoided', 'EvidenceAdded', 'TextRedacted']);

const entryOf = (command: Command, history: readonly Past[]): Past => {
  const entry = history.find(({ id }) => id === command.data['entry']);
  if (entry) return entry;
  throw new DomainError('command/invalid', [{ path: 'entry', code: 'entry/unknown', params: {} }]);
};

/** What a policy wrote is mended where it came from, or the two would disagree. */
const refuseIfFromPolicy = ({ data }: Past): void => {
  if (data['source'] === undefined) return;
  throw new DomainError('entry/correct-at-source', [
    {
      path: 'entry',
      code: 'entry/correct-at-source',
      params: {
        decision: data['decision'],
        roundtable: data['roundtable'],
        source: data['source'],
      },
    },
  ]);
};

const refuseIfVoided = (entry: Past, history: readonly Past[]): void => {
  const voided = history.some(
    ({ type, data }) => type === 'EntryVoided' && data['entry'] === entry.id,
  );
  if (voided) {
    throw new DomainError('entry/already-voided', [
      { path: 'entry', code: 'entry/already-voided', params: {} },
    ]);
  }
};

/** Who may see a thing is said anew, by those and in the way that publishing asks for, and not by taking back what was said. */
const refuseVisibility = (entry: Past): void => {
  if (isAboutVisibility(entry.type)) notCorrectable(entry);
};

const notCorrectable = (entry: Past): never => {
  throw new DomainError('entry/not-correctable', [
    { path: 'entry', code: 'entry/not-correctable', params: { type: entry.type } },
  ]);
};

/** A text lies in the other half, or nobody could take it out again. */
const refuseTextAmongTerms = ({ data }: Command): void => {
  if (!Object.hasOwn(Object(data['replacement']), 'text')) return;
  throw new DomainError('command/invalid', [
    { path: 'replacement.text', code: 'field/unknown', params: {} },
  ]);
};

/** A correction names a live entry, and its replacement is a whole entry of the same type. */
export const checkCorrection = (
  command: Command,
  history: readonly Past[],
  /** `others` are the history as if the entry had not been made. */
  checkReplacement: (replaced: Command, others: readonly Past[]) => void,
): void => {
  const entry = entryOf(command, history);
  if (bookkeeping.has(entry.type)) notCorrectable(entry);
  refuseVisibility(entry);
  refuseIfFromPolicy(entry);
  refuseIfVoided(entry, history);
  refuseTextAmongTerms(command);
  const others = history.filter(({ id, data }) => id !== entry.id && data['entry'] !== entry.id);
  checkReplacement(
    {
      category: command.category,
      type: entry.type,
      data: replacementOf(command.data),
      occurredOn: command.occurredOn,
    },
    others,
  );
};

/** A void takes an entry, a correction or added evidence out of the count; it cannot itself be voided, nor can a text come back. */
export const checkVoid = (command: Command, history: readonly Past[]): void => {
  const entry = entryOf(command, history);
  if (entry.type === 'EntryVoided' || entry.type === 'TextRedacted') notCorrectable(entry);
  refuseVisibility(entry);
  refuseIfFromPolicy(entry);
  refuseIfVoided(entry, history);
};

/** Evidence belongs to an entry of this stream. */
export const checkEntryExists = (command: Command, history: readonly Past[]): void => {
  entryOf(command, history);
};

/** There must be something that could go; what is gone already is no mistake. */
export const checkRedaction = (command: Command, history: readonly Past[]): void => {
  if (textsOf(entryOf(command, history).id, history).length > 0) return;
  throw new DomainError('entry/no-text', [{ path: 'entry', code: 'entry/no-text', params: {} }]);
};
