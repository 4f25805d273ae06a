import type { CliCommand } from './command.js';
import { readConfig } from './config.js';
import { withServer } from './server-client.js';

type Values = Readonly<Record<string, unknown>>;

const post = (values: Values, path: string, body: object = {}): Promise<Record<string, unknown>> =>
  withServer(readConfig(values['data'] as string | undefined), async (client) => {
    const answer = await client.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as Record<string, unknown>;
  });

export const loginLink: CliCommand = {
  usage: 'login-link',
  summary: 'Make a one-time sign-in link',
  options: { town: { type: 'string' }, role: { type: 'string' } },
  arguments: 0,
  async run(values) {
    const role = String(values['role'] ?? 'OPERATOR').toUpperCase();
    const town = values['town'];
    const link = await post(values, '/api/v1/login-links', {
      role,
      ...(town === undefined ? {} : { municipality: town }),
    });
    process.stdout.write(`${String(link['url'])}\n`);
  },
};

export const example: CliCommand = {
  usage: 'example ruesselsheim',
  summary: 'Show facts on Rüsselsheim from public sources, as a second example',
  options: {},
  arguments: 0,
  async run(values) {
    await post(values, '/api/v1/examples/ruesselsheim');
    process.stderr.write('Loaded. It is shown as long as there is no own town.\n');
  },
};

export const rebuild: CliCommand = {
  usage: 'rebuild',
  summary: 'Build the read models anew from the log',
  options: {},
  arguments: 0,
  async run(values) {
    const { events, seconds } = await post(values, '/api/v1/read-models/rebuild');
    process.stderr.write(`Rebuilt from ${String(events)} events in ${String(seconds)} s.\n`);
  },
};
