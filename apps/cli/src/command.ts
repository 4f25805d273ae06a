import type { ParseArgsOptionsConfig } from 'node:util';

export type OptionValues = Readonly<
  Record<string, string | boolean | readonly string[] | undefined>
>;

/** One command of the CLI: what it takes, and what it does. */
export interface CliCommand {
  /** As typed, with its arguments: `import measures FILE`. */
  readonly usage: string;
  readonly summary: string;
  readonly options: ParseArgsOptionsConfig;
  /** How many arguments follow the command's words; `some`: one or more, `optional`: one at most. */
  readonly arguments: number | 'some' | 'optional';
  run(values: OptionValues, positionals: readonly string[]): Promise<void>;
}

/** The command was understood and cannot be done: exit 1. */
export class Refused extends Error {}

/** The command was not understood: exit 2. */
export class WrongUse extends Error {}
