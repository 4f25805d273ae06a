import { asJson, type CliCommand, WrongUse } from './command.js';
import { readConfig } from './config.js';
import { withServer } from './server-client.js';

interface Texts {
  readonly command: string;
  readonly events: readonly { readonly id: string; readonly type: string }[];
}

/** Takes the text of an entry out for good, wherever it stands. */
export const redact: CliCommand = {
  usage: 'redact EVENT',
  summary: (t) => t('cli.redact'),
  options: {
    reason: { type: 'string', value: 'TEXT', about: (t) => t('cli.redact.reason') },
    'second-person': { type: 'string', value: 'ID', about: (t) => t('cli.redact.second') },
    'dry-run': { type: 'boolean', about: (t) => t('cli.redact.dryRun') },
    json: asJson,
  },
  arguments: 1,
  run: (values, [event = ''], t) => {
    const { reason, json, 'second-person': agreedBy, 'dry-run': dryRun } = values;
    if (reason === undefined && dryRun !== true) throw new WrongUse(t('cli.redact.reasonMissing'));
    return withServer(
      readConfig(values),
      t,
      async (client) => {
        const looked = await client.request(`/api/v1/entries/${encodeURIComponent(event)}/texts`);
        const texts = (await looked.json()) as Texts;
        const body = { entry: event, ...(agreedBy ? { agreedBy } : {}), text: { reason } };
        const answer = dryRun
          ? {}
          : await client.request(`/api/v1/${texts.command}`, {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify(body),
            });
        const done = answer instanceof Response ? ((await answer.json()) as object) : {};
        if (json === true) {
          process.stdout.write(`${JSON.stringify({ ...texts, ...done })}\n`);
          return;
        }
        const count = texts.events.length;
        const words =
          'unchanged' in done
            ? t('cli.redact.unchanged')
            : t(dryRun ? 'cli.redact.would' : 'cli.redact.done', { count });
        const lines = texts.events.map(({ id, type }) => `  ${type} ${id}`);
        process.stderr.write(`${[words, ...lines].join('\n')}\n`);
      },
      true,
    );
  },
};
