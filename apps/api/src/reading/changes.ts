import { berlinDay } from '@klimaspur/domain';
import type { LevelReached } from '@klimaspur/read-models';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import {
  filter,
  from,
  interval,
  map,
  merge,
  mergeMap,
  Observable,
  share,
  Subject,
  takeUntil,
} from 'rxjs';
import type { World } from '../persistence/world.js';
import { Worlds } from '../persistence/worlds.js';

/** One line of the stream. A change carries the id of its town and nothing else: who wants to know more asks. */
export interface StreamMessage {
  readonly type: 'changed' | 'heartbeat';
  readonly data: string;
}

/** Proxies close what stays silent for a minute. */
const HEARTBEAT_MS = 25_000;

/** Tells everybody which published towns look different now. */
@Injectable()
export class Changes implements BeforeApplicationShutdown {
  private readonly end = new Subject<void>();
  /** Asked once for all listeners. */
  private readonly towns: Observable<string>;

  constructor(private readonly worlds: Worlds) {
    this.towns = merge(...worlds.all().map((world) => this.of(world))).pipe(share());
  }

  /** All towns, or one. */
  stream(municipality?: string): Observable<StreamMessage> {
    const changed = this.towns.pipe(
      filter((town) => municipality === undefined || town === municipality),
      map((data): StreamMessage => ({ type: 'changed', data })),
    );
    const alive = interval(HEARTBEAT_MS).pipe(
      map((): StreamMessage => ({ type: 'heartbeat', data: '' })),
    );
    return merge(changed, alive).pipe(takeUntil(this.end));
  }

  beforeApplicationShutdown(): void {
    this.end.next();
  }

  private of(world: World): Observable<string> {
    return new Observable<LevelReached>((listener) =>
      world.readModels.onChange((reached) => listener.next(reached)),
    ).pipe(
      filter(() => world === this.worlds.current()),
      mergeMap(({ changed }) => from(changed)),
      filter((town) => isPublic(world, town)),
    );
  }
}

const isPublic = ({ readModels }: World, town: string): boolean =>
  readModels.municipality(town, {
    asOf: berlinDay(new Date().toISOString()),
    viewer: 'public',
  }) !== undefined;
