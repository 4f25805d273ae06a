import type { CliCommand } from './command.js';

/** The page that `--help` prints. */
export function usageOf(commands: readonly CliCommand[]): string {
  const width = Math.max(...commands.map(({ usage }) => usage.length));
  return [
    'Usage: klimaspur COMMAND [OPTIONS]',
    '',
    'Commands',
    ...commands.map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`),
    '',
    'Options',
    ...[...new Set(commands.flatMap(optionsOf))].map((option) => `  ${option}`),
    '  --data DIR',
    '  --help',
  ].join('\n');
}

const optionsOf = ({ options }: CliCommand): string[] =>
  Object.entries(options).map(([name, { type }]) =>
    type === 'boolean' ? `--${name}` : `--${name} ${name.toUpperCase()}`,
  );
