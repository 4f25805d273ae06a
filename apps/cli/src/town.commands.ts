import { asJson, type CliCommand, WrongUse } from './command.js';
import { readConfig } from './config.js';
import { withServer } from './server-client.js';
import { townNamed } from './town-named.js';

/** The last thing that is said here of a town: where it is kept from now on. */
export const townMoved: CliCommand = {
  usage: 'town moved',
  summary: (t) => t('cli.townMoved'),
  options: {
    town: { type: 'string', value: 'NAME|ID', about: (t) => t('cli.townMoved.town') },
    to: { type: 'string', value: 'URL', about: (t) => t('cli.townMoved.to') },
    json: asJson,
  },
  arguments: 0,
  async run({ town, to, ...values }, _words, t) {
    if (typeof town !== 'string' || typeof to !== 'string') {
      throw new WrongUse(t('cli.townMoved.missing'));
    }
    await withServer(
      readConfig(values),
      t,
      async (client) => {
        const { id, name } = await townNamed(client, town, t);
        const answer = await client.request(`/api/v1/municipalities/${id}/move-municipality`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ text: { address: to } }),
        });
        const recorded = (await answer.json()) as object;
        if (values['json'] === true) process.stdout.write(`${JSON.stringify(recorded)}\n`);
        else process.stderr.write(`${t('cli.townMoved.done', { name, to })}\n`);
      },
      true,
    );
  },
};
