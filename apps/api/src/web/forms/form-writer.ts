import { DomainError, type Issue } from '@klimaspur/domain';
import {
  comparePositions,
  derivedId,
  IdempotencyKeyReused,
  newCommandId,
  RevisionConflict,
} from '@klimaspur/event-store';
import { Injectable } from '@nestjs/common';
import { doorTo } from '../../commands/doors.js';
import { placeToFill } from '../../commands/publish-gaps.js';
import type { Recorded } from '../../commands/record-entry.command.js';
import { type Wish, WriteDoors } from '../../commands/write-doors.js';
import { formProblemOf, problemOf } from '../../errors/problem.js';
import { readRefusal } from '../../errors/read-refusal.js';
import type { FormError } from '../components/error-summary.js';
import { codeWord } from '../words/entry-words.js';
import type { Asked, Sent } from './asked.js';
import { statusOf } from './errors-in.js';
import type { FormState } from './form-fields.js';
import { MORE } from './rows.js';
import type { Typed } from './typed.js';

/** A wish, and which field of the form stands for a path of its body. */
export interface FormWish extends Wish {
  /** Absent: fields are named as the paths, without `text.` and with `steps.0.start` for `steps[0].start`. */
  readonly fieldOf?: (path: string) => string | undefined;
  /** Of what it replaces. */
  readonly revision?: number;
}

/** Something in the form could not be read, or not be sent. */
class Unreadable extends Error {
  constructor(readonly errors: readonly FormError[]) {
    super('unreadable');
  }
}

export interface Write {
  (wish: FormWish): Promise<Recorded>;
  /** Looks at several before the first is sent, so that nothing is done by halves. */
  check(...wishes: readonly FormWish[]): Promise<void>;
  /** Shows the form once more, as it stands, before anything is written. */
  ask(): never;
}
/** Reads the form, all of it first, and sends one command or several, in this order. */
export type Work<T> = (write: Write) => Promise<T>;

export type Written<T> =
  | { readonly result: T; readonly position: string | undefined; readonly refused?: undefined }
  | { readonly refused: FormState };

/** Sends what forms ask for, and turns every refusal that a person can mend into words beside the fields. */
@Injectable()
export class FormWriter {
  constructor(private readonly doors: WriteDoors) {}

  async carryOut<T>(
    asked: Asked,
    sent: Sent,
    work: Work<T>,
    theirs?: () => Promise<Typed>,
  ): Promise<Written<T>> {
    const { reader, key, revision } = sent;
    const state = { typed: reader.typed, key, revision, errors: reader.errors };
    if (reader.typed[MORE] !== undefined) {
      return { refused: { ...state, errors: [], status: 200 } };
    }
    let position: string | undefined;
    let count = 0;
    let last: FormWish | undefined;
    const send = async (wish: FormWish) => {
      if (reader.errors.length > 0) throw new Unreadable(reader.errors);
      last = wish;
      const own = count === 0 ? key : partKey(key, count);
      count += 1;
      const recorded = await this.send(wish, asked, own);
      position = later(position, recorded.position);
      return recorded;
    };
    const check: Write['check'] = async (...wishes) => {
      const found = await Promise.all(wishes.map((wish) => this.check(wish, asked)));
      // What could not be read is missing in the command; that is said once.
      const unread = new Set(reader.errors.map(({ name }) => name));
      const others = found.flat().filter(({ name }) => name === undefined || !unread.has(name));
      const errors = [...reader.errors, ...others];
      if (errors.length > 0) throw new Unreadable(errors);
    };
    const ask = () => {
      throw new Unreadable([]);
    };
    const write: Write = Object.assign(send, { check, ask });
    try {
      return { result: await work(write), position };
    } catch (error) {
      if (error instanceof Unreadable) {
        const { errors } = error;
        return { refused: { ...state, typed: reader.typed, errors, status: statusOf(errors) } };
      }
      if (error instanceof RevisionConflict) {
        return { refused: await this.conflict(asked, state, error, theirs) };
      }
      const errors = errorsOf(error, asked, last?.fieldOf);
      if (errors === undefined) throw error;
      // Under its old key nothing else could ever be sent from this form.
      const next = error instanceof IdempotencyKeyReused ? newCommandId() : key;
      return { refused: { ...state, key: next, errors, status: 400 } };
    }
  }

  /** What a wish lacks that is filled in on another page. */
  async missing(asked: Asked, wish: FormWish): Promise<readonly FormError[]> {
    try {
      await this.doors.check({ ...wish, body: said(wish.body) });
      return [];
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return error.issues.flatMap((issue) => {
        const href = placeToFill(issue, asked.lang);
        return href === undefined ? [] : [{ text: codeWord(asked.t, 'gap', issue.code), href }];
      });
    }
  }

  private async check(wish: FormWish, asked: Asked): Promise<readonly FormError[]> {
    try {
      await this.doors.check({ ...wish, body: said(wish.body) });
      return [];
    } catch (error) {
      const errors = errorsOf(error, asked, wish.fieldOf);
      if (errors === undefined) throw error;
      return errors;
    }
  }

  private async send(asking: FormWish, asked: Asked, key: string): Promise<Recorded> {
    const { revision: expectedRevision, fieldOf: _fieldOf, ...wish } = asking;
    const options = { key, ...(expectedRevision === undefined ? {} : { expectedRevision }) };
    try {
      return await this.doors.write({ ...wish, body: said(wish.body) }, asked.viewer, options);
    } catch (error) {
      if (!(error instanceof RevisionConflict) || rivals(wish, error.since)) throw error;
      return this.send({ ...asking, revision: error.actual }, asked, key);
    }
  }

  private async conflict(
    asked: Asked,
    state: Omit<FormState, 'status'>,
    { actual, since }: RevisionConflict,
    theirs: (() => Promise<Typed>) | undefined,
  ): Promise<FormState> {
    const { models } = asked.reading;
    const last = since.at(-1);
    if (last) await models.waitUntil(last.position);
    // A new key: the same texts after this are another wish.
    return {
      ...state,
      key: newCommandId(),
      revision: actual,
      theirs: (await theirs?.()) ?? {},
      status: 412,
    };
  }
}

/**
 * Whether one of these entries said what the wish replaces, or changed what was said. Others in the same
 * stream, such as progress of a measure whose sheet is being edited, are no reason to ask a person.
 */
const rivals = ({ category, command, body }: Wish, since: RevisionConflict['since']): boolean => {
  const { type } = doorTo(category, command).definition;
  const { field } = body as { readonly field?: string };
  return since.some(
    (event) =>
      event.type === 'EntryCorrected' ||
      event.type === 'EntryVoided' ||
      (event.type === type && event.data['field'] === field),
  );
};

/** The key of the nth command of a form; like the form's own it tells when it was made. */
const partKey = (key: string, n: number): string =>
  derivedId(key, `part ${n}`).replace(/^(.{14})8/, '$17');

const later = (one: string | undefined, other: string): string => {
  const place = (position: string) => position.split(':')[1] ?? '';
  return one !== undefined && comparePositions(place(one), place(other)) > 0 ? one : other;
};

/** Without what was left out: a body has no `undefined`. */
const said = (body: object): object => JSON.parse(JSON.stringify(body)) as object;

/** Undefined: nothing that filling in the form differently would mend. */
const errorsOf = (
  error: unknown,
  { lang, t }: Asked,
  fieldOf: FormWish['fieldOf'],
): readonly FormError[] | undefined => {
  if (error instanceof IdempotencyKeyReused) {
    return [{ text: t('form.sentBefore') }];
  }
  if (!(error instanceof DomainError)) return undefined;
  const refusal = readRefusal(error);
  if (refusal.unexpected) return undefined;
  if (error.issues.length === 0) return [{ text: problemOf(refusal, lang, '').detail }];
  return error.issues.map((issue) => formError(issue, lang, fieldOf));
};

const formError = (issue: Issue, lang: Asked['lang'], fieldOf = fieldAt): FormError => {
  const text = formProblemOf(issue, lang);
  const href = placeToFill(issue, lang);
  if (href !== undefined) return { text, href };
  const name = fieldOf(issue.path);
  return name === undefined ? { text } : { name, text };
};

const fieldAt = (path: string): string | undefined =>
  path.replace(/^text\./, '').replaceAll(/\[(\d+)\]/g, '.$1') || undefined;
