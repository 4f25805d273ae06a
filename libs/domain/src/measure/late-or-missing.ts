import type { MeasureState } from './measure.state.js';

/** LocalZero has one word for two things: late, and missing. */
export const lateOrMissing = 'verzögert / fehlt';
/** What entries out of LocalZero name as their evidence. */
export const localZeroTitle = 'LocalZero-Datenbank';

interface Said {
  readonly imported?: boolean | undefined;
  readonly text?:
    | {
        readonly note?: string | undefined;
        readonly evidence?: readonly { readonly title?: string | undefined }[] | undefined;
      }
    | undefined;
}

/** True where the source of a delay does not say whether it means „verzögert“ or „fehlt“; all others mean „verzögert“. */
export const isAmbiguousDelay = ({ imported, text }: Said): boolean =>
  imported === true &&
  (text?.note?.includes(lateOrMissing) === true ||
    text?.evidence?.some(({ title }) => title === localZeroTitle) === true);

/** A delay of which nobody has said so far whether work has begun at all. */
export const isLateOrMissing = ({
  delay,
  implementation,
}: Pick<MeasureState, 'delay' | 'implementation'>): boolean =>
  delay?.ambiguous === true && implementation.value === 'UNKNOWN';
