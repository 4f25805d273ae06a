import type { Translate } from '@klimaspur/messages';
import { SettingsError } from '@klimaspur/settings';
import { type CliCommand, Refused, WrongUse } from './command.js';
import { programName } from './config.js';
import { readWords } from './read-words.js';
import { usageOf, usageOfOne } from './usage.js';
import { version } from './version.js';

/** Returns the exit code: 0 done, 1 refused with the reason, 2 wrong use. */
export async function runCli(
  commands: readonly CliCommand[],
  words: readonly string[],
  t: Translate,
): Promise<number> {
  if (words.length === 0) return wrong(usageOf(commands, t));
  const asked = words[0] === 'help' ? [...words.slice(1), '--help'] : words;
  if (isHelp(asked[0])) return print(usageOf(commands, t));
  if (asked[0] === '--version') return print(version());
  const command = find(commands, asked);
  if (!command) return toGroup(commands, asked, t);
  try {
    return await run(command, asked.slice(nameOf(command).length), t);
  } catch (error) {
    if (error instanceof WrongUse) {
      return wrong(
        `${error.message}\n${t('cli.seeHelp', { program: programName(), command: nameOf(command).join(' ') })}`,
      );
    }
    if (error instanceof Refused) return say(error.message, 1);
    if (error instanceof SettingsError) return say(error.in(t.lang), 1);
    // Whoever reads has enough: `klimaspur export events | head -1`.
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return 0;
    throw error;
  }
}

async function run(command: CliCommand, words: readonly string[], t: Translate): Promise<number> {
  const { values, positionals } = readWords(command, words, t);
  if (values['help'] === true) return print(usageOfOne(command, t));
  await command.run(values, positionals, t);
  return 0;
}

/** The first words of several commands, or of none. */
function toGroup(commands: readonly CliCommand[], words: readonly string[], t: Translate): number {
  const group = commands.filter((command) => nameOf(command)[0] === words[0]);
  if (group.length > 0 && isHelp(words[1])) return print(usageOf(group, t));
  const command = words
    .filter((word) => !word.startsWith('-'))
    .slice(0, 2)
    .join(' ');
  const page = usageOf(group.length > 0 ? group : commands, t);
  return wrong(`${t('cli.unknownCommand', { command })}\n\n${page}`);
}

const isHelp = (word: string | undefined) => word === '--help' || word === '-h';

/** The lower-case words a command begins with; its arguments are written in capitals. */
const nameOf = ({ usage }: CliCommand) => usage.split(' ').filter((word) => /^[a-z-]+$/.test(word));

const find = (commands: readonly CliCommand[], words: readonly string[]) =>
  commands.find((command) => nameOf(command).every((name, index) => name === words[index]));

function print(page: string): number {
  process.stdout.write(`${page}\n`);
  return 0;
}

const wrong = (words: string) => say(words, 2);

function say(words: string, code: number): number {
  process.stderr.write(`${words}\n`);
  return code;
}
