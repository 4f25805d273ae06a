import type { ProjectionLife } from '@klimaspur/event-store';
import { Injectable } from '@nestjs/common';
import { appVersion } from '../upkeep/app-version.js';
import { Worlds } from '../persistence/worlds.js';
import { Projections, type ProjectionState } from './projections.js';

type Sample = readonly [labels: Readonly<Record<string, string>>, value: number];

const LIVES: readonly ProjectionLife[] = [
  ...(['new', 'catching-up', 'live', 'retrying', 'parked', 'rebuilding', 'stopped'] as const),
];

/** What is counted here, in the text format of Prometheus. Nothing in it is about a person or a town. */
@Injectable()
export class Metrics {
  private readonly commits = new Map<string, number>();

  constructor(
    private readonly worlds: Worlds,
    private readonly projections: Projections,
  ) {
    for (const { name, log } of worlds.all()) {
      this.commits.set(name, 0);
      log.onCommit(() => void this.commits.set(name, (this.commits.get(name) ?? 0) + 1));
    }
  }

  async text(): Promise<string> {
    const states = await this.projections.list();
    const of = (value: (state: ProjectionState) => number): Sample[] =>
      states.map((state) => [labelsOf(state), value(state)]);
    const waiting = await this.projections.waiting();
    const rebuilding = states.filter(({ progress }) => progress !== null);
    return [
      metric('klimaspur_info', 'gauge', 'Version of the program.', [
        [{ version: appVersion() }, 1],
      ]),
      metric('klimaspur_log_position', 'gauge', 'Place of the newest event.', await this.ends()),
      metric('klimaspur_log_commits_total', 'counter', 'Commits since the start.', this.counted()),
      metric(
        'klimaspur_projection_state',
        'gauge',
        'One for the state a projection is in.',
        states.flatMap((state) =>
          LIVES.map((life): Sample => [
            { ...labelsOf(state), state: life },
            state.life === life ? 1 : 0,
          ]),
        ),
      ),
      metric(
        'klimaspur_projection_position',
        'gauge',
        'Last place in the log that a projection knows.',
        of(({ position }) => Number(position ?? 0)),
      ),
      metric(
        'klimaspur_projection_lag_events',
        'gauge',
        'Events that it does not know yet, counted up to 1000.',
        of(({ lag }) => lag.events),
      ),
      metric(
        'klimaspur_projection_lag_seconds',
        'gauge',
        'Since the first of them was recorded.',
        of(({ lag }) => (lag.since === null ? 0 : secondsSince(lag.since))),
      ),
      metric(
        'klimaspur_projection_parked_streams',
        'gauge',
        'Streams that could not be told any further, and were not dismissed.',
        of(({ name }) => waiting.get(name) ?? 0),
      ),
      metric(
        'klimaspur_projection_retries_total',
        'counter',
        'Tries after a failure since the start.',
        of(({ retries }) => retries),
      ),
      metric(
        'klimaspur_projection_rebuild_ratio',
        'gauge',
        'Share of the log that a rebuild has read.',
        rebuilding.map((state) => [labelsOf(state), state.progress ?? 0]),
      ),
      metric('process_resident_memory_bytes', 'gauge', 'Memory in use.', [
        [{}, process.memoryUsage.rss()],
      ]),
      metric('process_uptime_seconds', 'gauge', 'Since the start.', [[{}, process.uptime()]]),
    ].join('');
  }

  private async ends(): Promise<Sample[]> {
    return Promise.all(
      this.worlds
        .all()
        .map(async ({ name, log }): Promise<Sample> => [
          { world: name },
          Number((await log.lastPosition()) ?? 0),
        ]),
    );
  }

  private counted(): Sample[] {
    return [...this.commits].map(([world, count]) => [{ world }, count]);
  }
}

const labelsOf = ({ name }: ProjectionState) => ({ projection: name });

const secondsSince = (instant: string): number => {
  const seconds = (Date.now() - Date.parse(instant)) / 1_000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
};

/** Values of labels are names of ours: nothing in them needs to be escaped. */
const metric = (
  name: string,
  type: 'gauge' | 'counter',
  help: string,
  samples: readonly Sample[],
): string => {
  const lines = samples.map(([labels, value]) => {
    const pairs = Object.entries(labels).map(([key, text]) => `${key}="${text}"`);
    return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`;
  });
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines, ''].join('\n');
};
