import type {
  EventData,
  EventType,
  PolicyEventType,
  SourceEventType,
  catalogue,
} from '@klimaspur/domain';

type DataByCommand = {
  [
    T in Exclude<EventType, PolicyEventType | SourceEventType> as (typeof catalogue)[T]['command']
  ]: EventData<T>;
};
export type ExampleCommand = keyof DataByCommand;

/** Who recorded the entry; each has the alias `person:<recorder>`. */
export type Recorder = 'lead' | 'monitor' | 'monitor2' | 'administration';

interface Recorded {
  /** When it was recorded: an instant in UTC with milliseconds. */
  readonly at: string;
  /** The day it happened: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or null for "day unknown". */
  readonly on: string | null;
  readonly by: Recorder;
  /** Alias of the entry, so that others can point at it as `@entry:<name>`. */
  readonly name?: string;
}

type Told<C extends ExampleCommand> = {
  readonly [K in C]: Recorded & { readonly command: K; readonly data: DataByCommand[K] };
}[C];

/** An entry of a story whose stream is named once for all its entries. */
export type StoryStep = Told<ExampleCommand>;

/**
 * One command of an example. `stream` is an alias such as `measure:trees`. Every id in `data` is an alias behind an @:
 * `@organ:stvv`, `@field:energy`, `@edition:first`, `@entry:<name>`.
 */
export type ExampleStep = StoryStep & { readonly stream: string };

/** Writes the stream beside each entry of one story. */
export const story = (stream: string, steps: readonly StoryStep[]): readonly ExampleStep[] =>
  steps.map((step) => ({ ...step, stream }));

/** The steps in the order in which they were recorded. */
export const inOrder = (steps: readonly ExampleStep[]): readonly ExampleStep[] =>
  steps.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
