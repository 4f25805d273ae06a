import type { ParkedStream, Position, ProjectionStatus } from '@klimaspur/event-store';
import { type Dismissal, Vault } from '@klimaspur/vault';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../errors/refusal.js';
import type { World } from '../persistence/world.js';
import { Worlds } from '../persistence/worlds.js';

/** Beyond this it is enough to know that it is many. */
const COUNTED = 1_000;

/** How far a projection is behind its log. */
export interface Lag {
  readonly events: number;
  /** There are more than were counted. */
  readonly more: boolean;
  /** When the first of them was recorded (ISO 8601); null: nothing is missing. */
  readonly since: string | null;
}

export interface ProjectionState extends ProjectionStatus {
  readonly name: string;
  readonly world: World['name'];
  readonly kind: ProjectionKind;
  readonly lag: Lag;
  /** From 0 to 1, while it is built anew; null: it is not. */
  readonly progress: number | null;
}

export interface ParkedState extends ParkedStream {
  readonly projection: string;
  readonly dismissed: { readonly reason: string; readonly at: string } | null;
}

export const projectionKinds = ['views', 'proofs', 'policies'] as const;
export type ProjectionKind = (typeof projectionKinds)[number];

interface Projection {
  readonly name: string;
  readonly kind: ProjectionKind;
  readonly world: World;
  readonly status: () => ProjectionStatus;
  readonly parked: () => readonly ParkedStream[];
  readonly rebuild: () => Promise<void>;
  readonly replay: (stream: string) => Promise<boolean>;
}

/** All that is computed from the logs, as an operator looks after it. */
@Injectable()
export class Projections {
  private readonly all: readonly Projection[];

  constructor(
    worlds: Worlds,
    private readonly vault: Vault,
  ) {
    this.all = worlds.all().flatMap(projectionsOf);
  }

  list(): Promise<readonly ProjectionState[]> {
    return Promise.all(this.all.map(stateOf));
  }

  /** What may be told to everybody: no reason, and no name of a stream. */
  summary(): Readonly<Record<string, { state: string; parked: number }>> {
    return Object.fromEntries(
      this.all.map(({ name, status }) => {
        const { life, parked } = status();
        return [name, { state: life, parked }];
      }),
    );
  }

  /** Streams that wait, those that were dismissed last. */
  async parked(): Promise<readonly ParkedState[]> {
    return this.told(await this.vault.dismissals.all());
  }

  /** How many streams wait in each; where the vault does not answer, those that were dismissed are counted, too. */
  async waiting(): Promise<ReadonlyMap<string, number>> {
    const dismissals = await this.vault.dismissals.all().catch(() => []);
    const open = this.told(dismissals).filter(({ dismissed }) => dismissed === null);
    const names = this.all.map(({ name }) => name);
    return new Map(
      names.map((name) => [name, open.filter(({ projection }) => projection === name).length]),
    );
  }

  private told(dismissals: readonly Dismissal[]): readonly ParkedState[] {
    const known = new Map(dismissals.map((one) => [keyOf(one.projection, one.event), one]));
    const found = this.all.flatMap(({ name, parked }) =>
      parked().map((one): ParkedState => {
        const { reason, at } = known.get(keyOf(name, one.event)) ?? {};
        const dismissed =
          reason === undefined || at === undefined
            ? null
            : { reason, at: new Date(at).toISOString() };
        return { ...one, projection: name, dismissed };
      }),
    );
    return found.sort((a, b) => Number(a.dismissed !== null) - Number(b.dismissed !== null));
  }

  /** One of them, or all views. */
  async rebuild(name?: string): Promise<void> {
    const meant = this.all.filter((one) =>
      name === undefined ? one.kind === 'views' : one.name === name,
    );
    if (meant.length === 0) throw new Refusal('projection/unknown');
    for (const one of meant) {
      await one.rebuild().catch((error: unknown) => {
        throw new Refusal('projection/not-rebuilt', {
          params: { name: one.name, reason: (error as Error).message },
        });
      });
    }
  }

  /** Wherever the stream is parked; gives those where it still has to be. */
  async replay(stream: string): Promise<readonly ParkedState[]> {
    for (const one of this.where(stream)) await one.replay(stream);
    return this.ofStream(stream);
  }

  /** For this event and every node. */
  async dismiss(stream: string, reason: string): Promise<readonly ParkedState[]> {
    const at = Date.now();
    for (const { name, parked } of this.where(stream)) {
      for (const { event, ...one } of parked()) {
        if (one.stream !== stream) continue;
        await this.vault.dismissals.keep({ projection: name, stream, event, reason, at });
      }
    }
    return this.ofStream(stream);
  }

  private async ofStream(stream: string): Promise<readonly ParkedState[]> {
    return (await this.parked()).filter((parked) => parked.stream === stream);
  }

  private where(stream: string): readonly Projection[] {
    const found = this.all.filter(({ parked }) => parked().some((one) => one.stream === stream));
    if (found.length === 0) throw new Refusal('projection/not-parked');
    return found;
  }
}

const keyOf = (projection: string, event: string): string => `${projection} ${event}`;

const projectionsOf = (world: World): readonly Projection[] => {
  const { readModels, tree, policies } = world;
  const named = (kind: ProjectionKind) => ({
    ...{ kind, world },
    name: world.name === 'own' ? kind : `${world.name}-${kind}`,
  });
  return [
    {
      ...named('views'),
      status: () => readModels.status,
      parked: () => readModels.parked(),
      rebuild: () => readModels.rebuild(),
      replay: (stream) => readModels.replay(stream),
    },
    {
      ...named('proofs'),
      status: () => tree.status,
      parked: () => [],
      rebuild: () => tree.rebuild(),
      replay: async () => false,
    },
    {
      ...named('policies'),
      status: () => policies.status,
      parked: () => policies.parked(),
      rebuild: () => policies.rebuild(),
      replay: (stream) => policies.replay(stream),
    },
  ];
};

const stateOf = async ({ name, kind, world, status }: Projection): Promise<ProjectionState> => {
  const now = status();
  const last = await world.log.lastPosition();
  return {
    ...now,
    ...{ name, kind, world: world.name },
    lag: await lagOf(world, now.position),
    progress: now.life === 'rebuilding' ? shareOf(now.rebuilding, last) : null,
  };
};

const lagOf = async ({ log }: World, position: Position | null): Promise<Lag> => {
  const missing = await log.readAll(position, COUNTED + 1);
  const since = missing[0]?.metadata?.['recordedAt'];
  return {
    events: Math.min(missing.length, COUNTED),
    more: missing.length > COUNTED,
    since: typeof since === 'string' ? since : null,
  };
};

/** Places are ordered numbers on every store. */
const shareOf = (reached: Position | null, last: Position | null): number =>
  last === null ? 1 : Math.min(1, Number(reached ?? 0) / Number(last));
