import { SettingsError } from '@klimaspur/settings';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { type CliCommand, Refused, WrongUse } from './command.js';
import { usageOf } from './usage.js';

const common: ParseArgsOptionsConfig = {
  data: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
};

/** Returns the exit code: 0 done, 1 refused with the reason, 2 wrong use. */
export async function runCli(
  commands: readonly CliCommand[],
  words: readonly string[],
): Promise<number> {
  if (words.length === 0) return wrong(usageOf(commands));
  if (words[0] === '--help' || words[0] === '-h' || words[0] === 'help') return help(commands);
  const command = find(commands, words);
  if (!command) return wrong(`Unknown command: ${words[0]}\n\n${usageOf(commands)}`);
  try {
    return await run(command, words.slice(nameOf(command).length));
  } catch (error) {
    if (isWrongUse(error)) return wrong(`${error.message}\n\n${usageOf([command])}`);
    if (error instanceof Refused || error instanceof SettingsError) return say(error.message, 1);
    throw error;
  }
}

async function run(command: CliCommand, words: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { ...common, ...command.options },
    allowPositionals: true,
  });
  if (values.help) return help([command]);
  const { arguments: expected } = command;
  if (!isExpected(expected, positionals.length)) {
    throw new WrongUse(`Expected ${expected} arguments, got ${positionals.length}.`);
  }
  await command.run(values as never, positionals);
  return 0;
}

function isExpected(expected: CliCommand['arguments'], count: number): boolean {
  if (expected === 'some') return count > 0;
  return expected === 'optional' ? count <= 1 : count === expected;
}

/** The lower-case words a command begins with; its arguments are written in capitals. */
const nameOf = ({ usage }: CliCommand) => usage.split(' ').filter((word) => /^[a-z-]+$/.test(word));

const find = (commands: readonly CliCommand[], words: readonly string[]) =>
  commands.find((command) => nameOf(command).every((name, index) => name === words[index]));

const isWrongUse = (error: unknown): error is Error =>
  error instanceof WrongUse ||
  (error instanceof TypeError &&
    String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS_'));

function help(commands: readonly CliCommand[]): number {
  process.stdout.write(`${usageOf(commands)}\n`);
  return 0;
}

const wrong = (words: string) => say(words, 2);

function say(words: string, code: number): number {
  process.stderr.write(`${words}\n`);
  return code;
}
