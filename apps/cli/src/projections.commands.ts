import type { Translate } from '@klimaspur/messages';
import { atServer, post, tell } from './admin.commands.js';
import { asJson, type CliCommand, Refused, WrongUse } from './command.js';
import type { Client } from './server-client.js';

type State = 'new' | 'catching-up' | 'live' | 'retrying' | 'parked' | 'rebuilding' | 'stopped';

interface Projection {
  readonly name: string;
  readonly state: State;
  readonly position: string | null;
  readonly lag: { readonly events: number; readonly more: boolean };
  readonly fault: { readonly message: string; readonly at: string } | null;
}

interface Parked {
  readonly projection: string;
  readonly stream: string;
  readonly event: string;
  readonly type: string;
  readonly revision: number;
  readonly error: string;
  readonly since: string;
  readonly tries: number;
  readonly dismissed: { readonly reason: string; readonly at: string } | null;
}

interface Items<T> {
  readonly items: readonly T[];
}

const get = async <T>(client: Client, path: string): Promise<Items<T>> =>
  (await (await client.request(path)).json()) as Items<T>;

const lineOf = (t: Translate, { name, state, position, lag, fault }: Projection): string => {
  const { events, more } = lag;
  const words = t('cli.projections.line', {
    name,
    state: t(`projection.state.${state}`),
    position: position ?? t('projection.nowhere'),
    lag: t(more ? 'projection.lag.more' : 'projection.lag', { events }),
  });
  return fault ? `${words}\n  ${t('cli.projections.fault', { ...fault })}` : words;
};

const linesOf = (t: Translate, items: readonly Parked[]): string =>
  items
    .flatMap(({ dismissed, ...parked }) => [
      t('cli.projections.parkedLine', { ...parked, revision: String(parked.revision + 1) }),
      ...(dismissed ? [`  ${t('cli.projections.dismissedLine', { ...dismissed })}`] : []),
    ])
    .join('\n');

export const listProjections: CliCommand = {
  usage: 'projections list',
  summary: (t) => t('cli.projections.list'),
  options: { json: asJson },
  arguments: 0,
  run: (values, _words, t) =>
    atServer(
      values,
      t,
      async (client) => {
        const answer = await get<Projection>(client, '/api/v1/projections');
        const words = answer.items.map((one) => lineOf(t, one)).join('\n');
        tell(values, answer, words, process.stdout);
      },
      true,
    ),
};

export const rebuildProjection: CliCommand = {
  usage: 'projections rebuild [NAME]',
  summary: (t) => t('cli.projections.rebuild'),
  options: { json: asJson },
  arguments: 'optional',
  run: (values, [name], t) =>
    atServer(
      values,
      t,
      async (client) => {
        const path =
          name === undefined
            ? '/api/v1/read-models/rebuild'
            : `/api/v1/projections/${encodeURIComponent(name)}/rebuild`;
        tell(values, await post(client, path), t('cli.projections.rebuilt'));
      },
      true,
    ),
};

export const listParked: CliCommand = {
  usage: 'projections parked',
  summary: (t) => t('cli.projections.parked'),
  options: { json: asJson },
  arguments: 0,
  run: (values, _words, t) =>
    atServer(
      values,
      t,
      async (client) => {
        const answer = await get<Parked>(client, '/api/v1/parked-streams');
        const words = linesOf(t, answer.items) || t('cli.projections.noneParked');
        tell(values, answer, words, process.stdout);
      },
      true,
    ),
};

export const replayStream: CliCommand = {
  usage: 'projections replay STREAM',
  summary: (t) => t('cli.projections.replay'),
  options: { json: asJson },
  arguments: 1,
  run: (values, [stream = ''], t) =>
    atServer(
      values,
      t,
      async (client) => {
        const path = `/api/v1/parked-streams/${encodeURIComponent(stream)}/replay`;
        const answer = (await post(client, path)) as unknown as Items<Parked>;
        const { items } = answer;
        if (items.length > 0 && values['json'] !== true) {
          throw new Refused(t('cli.projections.still', { lines: linesOf(t, items) }));
        }
        tell(values, answer, t('cli.projections.replayed', { stream }));
      },
      true,
    ),
};

export const dismissStream: CliCommand = {
  usage: 'projections dismiss STREAM',
  summary: (t) => t('cli.projections.dismiss'),
  options: {
    reason: { type: 'string', value: 'TEXT', about: (t) => t('cli.projections.dismiss.reason') },
    json: asJson,
  },
  arguments: 1,
  run: (values, [stream = ''], t) => {
    const { reason } = values;
    if (reason === undefined) throw new WrongUse(t('cli.projections.dismiss.reasonMissing'));
    return atServer(
      values,
      t,
      async (client) => {
        const path = `/api/v1/parked-streams/${encodeURIComponent(stream)}/dismiss`;
        const answer = await post(client, path, { reason });
        tell(values, answer, t('cli.projections.dismissed', { stream }));
      },
      true,
    );
  },
};
