import type { Translate } from '@klimaspur/messages';

export type OptionValues = Readonly<
  Record<string, string | boolean | readonly string[] | undefined>
>;

export type Said = (t: Translate) => string;

/** One option as it is read, and as the help says it. */
export interface CliOption {
  readonly type: 'string' | 'boolean';
  /** May be given several times. */
  readonly multiple?: true;
  /** Stands for the value in the help: `DATE`. */
  readonly value?: string;
  readonly about: Said;
}

/** For machines: the answer as it came. */
export const asJson: CliOption = { type: 'boolean', about: (t) => t('cli.option.json') };

export type CliOptions = Readonly<Record<string, CliOption>>;

/** One command of the CLI: what it takes, and what it does. */
export interface CliCommand {
  /** As typed, with its arguments: `import measures FILE…`. */
  readonly usage: string;
  readonly summary: Said;
  readonly options: CliOptions;
  /** How many arguments follow the command's words; `some`: one or more, `optional`: one at most. */
  readonly arguments: number | 'some' | 'optional';
  run(values: OptionValues, positionals: readonly string[], t: Translate): Promise<void>;
}

/** The command was understood and cannot be done: exit 1. */
export class Refused extends Error {}

/** The command was not understood: exit 2. */
export class WrongUse extends Error {}
