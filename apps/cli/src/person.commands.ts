import type { Translate } from '@klimaspur/messages';
import { atServer, tell } from './admin.commands.js';
import { asJson, type CliCommand, type OptionValues } from './command.js';
import { download, out } from './export.command.js';
import type { Client } from './server-client.js';

const addressOf = (person: string, what: string): string =>
  `/api/v1/persons/${encodeURIComponent(person)}/${what}`;

export const exportPerson: CliCommand = {
  usage: 'person export ID',
  summary: (t) => t('cli.person.export'),
  options: {
    entries: { type: 'boolean', about: (t) => t('cli.person.export.entries') },
    out,
  },
  arguments: 1,
  run: (values, [person = ''], t) =>
    download(values, t, () => addressOf(person, values['entries'] === true ? 'entries' : 'data')),
};

export const forgetPerson: CliCommand = {
  usage: 'person forget ID',
  summary: (t) => t('cli.person.forget'),
  options: {
    'dry-run': { type: 'boolean', about: (t) => t('cli.person.forget.dryRun') },
    json: asJson,
  },
  arguments: 1,
  run: (values, [person = ''], t) =>
    atServer(
      values,
      t,
      async (client) => {
        if (values['dry-run'] === true) return wouldForget(client, person, values, t);
        await client.request(addressOf(person, 'forget'), { method: 'POST' });
        tell(values, { person }, t('cli.person.forget.done'));
      },
      true,
    ),
};

interface Kept {
  readonly label: string;
  readonly sessions: readonly unknown[];
  readonly signInLinks: readonly { readonly forThem: boolean }[];
  readonly filesUploaded: readonly unknown[];
  readonly entries: readonly unknown[];
}

async function wouldForget(
  client: Client,
  person: string,
  values: OptionValues,
  t: Translate,
): Promise<void> {
  const answer = await client.request(addressOf(person, 'data'));
  const { label, ...kept } = (await answer.json()) as Kept;
  const counted = {
    sessions: kept.sessions.length,
    links: kept.signInLinks.filter(({ forThem }) => forThem).length,
    files: kept.filesUploaded.length,
    entries: kept.entries.length,
  };
  tell(values, { person, label, ...counted }, t('cli.person.forget.would', { label, ...counted }));
}
