import type { Translate } from '@klimaspur/messages';
import { parseArgs } from 'node:util';
import { type CliCommand, type CliOptions, type OptionValues, WrongUse } from './command.js';
import { common } from './usage.js';

interface ReadWords {
  readonly values: OptionValues;
  readonly positionals: readonly string[];
}

interface OptionToken {
  readonly kind: 'option';
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/** The words behind the name of a command. Refuses in our own words, since those of the parser are English only. */
export function readWords(
  { options, arguments: expected, usage }: CliCommand,
  words: readonly string[],
  t: Translate,
): ReadWords {
  const all = { ...options, ...common };
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options: { ...all, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) if (token.kind === 'option') refuseWrong(token, all, t);
  if (values['help'] !== true) refuseCount(expected, positionals, usage, t);
  return { values: values as OptionValues, positionals };
}

const refuseWrong = (token: OptionToken, options: CliOptions, t: Translate): void => {
  const { name, rawName: option, value, inlineValue } = token;
  const known = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!known) throw new WrongUse(t('cli.unknownOption', { option }));
  if (known.type === 'boolean' && value !== undefined) {
    throw new WrongUse(t('cli.valueNotTaken', { option }));
  }
  const isMissing = value === undefined || value === '' || (!inlineValue && value.startsWith('-'));
  if (known.type === 'string' && isMissing) {
    throw new WrongUse(t('cli.valueMissing', { option: `${option} ${known.value ?? ''}`.trim() }));
  }
};

const refuseCount = (
  expected: CliCommand['arguments'],
  found: readonly string[],
  usage: string,
  t: Translate,
): void => {
  const [least, most] =
    expected === 'some' ? [1, Infinity] : expected === 'optional' ? [0, 1] : [expected, expected];
  const word = found[most];
  if (word !== undefined) throw new WrongUse(t('cli.wordTooMany', { word }));
  if (found.length < least) {
    throw new WrongUse(t('cli.wordMissing', { what: usage.split(' ').at(-1) ?? '' }));
  }
};
