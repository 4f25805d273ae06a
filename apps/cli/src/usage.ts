import type { Translate } from '@klimaspur/messages';
import type { CliCommand, CliOptions } from './command.js';
import { programName } from './config.js';

/** What every command takes. */
export const common: CliOptions = {
  data: { type: 'string', value: 'DIR', about: (t) => t('cli.option.data') },
  help: { type: 'boolean', about: (t) => t('cli.option.help') },
};

/** The page of all commands, or of those that begin alike. */
export const usageOf = (commands: readonly CliCommand[], t: Translate): string =>
  [
    t('cli.usage', { program: programName(), usage: t('cli.usage.command') }),
    '',
    t('cli.commands'),
    ...inColumns(commands.map(({ usage, summary }) => [usage, summary(t)])),
    '',
    t('cli.more', { program: programName() }),
    ...ending(t),
  ].join('\n');

/** The page of one command. */
export const usageOfOne = ({ usage, summary, options }: CliCommand, t: Translate): string =>
  [
    t('cli.usage', {
      program: programName(),
      usage: `${usage} ${t('cli.usage.options')}`,
    }),
    '',
    summary(t),
    '',
    t('cli.options'),
    ...inColumns(
      Object.entries({ ...options, ...common }).map(([name, { value, about }]) => [
        value === undefined ? `--${name}` : `--${name} ${value}`,
        about(t),
      ]),
    ),
    ...ending(t),
  ].join('\n');

const ending = (t: Translate): string[] => ['', t('cli.exitCodes')];

const inColumns = (rows: readonly (readonly [string, string])[]): string[] => {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, words]) => `  ${name.padEnd(width)}  ${words}`);
};
