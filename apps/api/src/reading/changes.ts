import type { ChangedTown, LevelReached, Viewer } from '@klimaspur/read-models';
import { type BeforeApplicationShutdown, Injectable, type MessageEvent } from '@nestjs/common';
import {
  filter,
  interval,
  map,
  merge,
  mergeMap,
  Observable,
  of,
  share,
  Subject,
  takeUntil,
} from 'rxjs';
import type { World } from '../persistence/world.js';
import { Worlds } from '../persistence/worlds.js';
import { seesDrafts } from './reader.js';

/** Proxies close what stays silent for a minute. */
const HEARTBEAT_MS = 25_000;

/** Tells everybody which towns look different now, and nothing else: who wants to know more asks. */
@Injectable()
export class Changes implements BeforeApplicationShutdown {
  private readonly end = new Subject<void>();
  /** Asked once for all listeners. */
  private readonly towns: Observable<ChangedTown>;

  constructor(private readonly worlds: Worlds) {
    this.towns = merge(...worlds.all().map((world) => this.of(world))).pipe(share());
  }

  /** Towns that look different to everybody, or whose drafts the listener may see; all of them, or one. */
  stream(viewer: () => Viewer, municipality?: string): Observable<MessageEvent> {
    const changed = this.towns.pipe(
      filter((town) => municipality === undefined || town.municipality === municipality),
      filter((town) => town.toAll || seesDrafts(viewer(), town.municipality)),
      map(({ municipality: id }): MessageEvent => ({
        type: 'changed',
        data: { municipality: id },
      })),
    );
    // The first of them opens the stream for whoever stands between.
    const alive = merge(of(0), interval(HEARTBEAT_MS)).pipe(
      map((): MessageEvent => ({ comment: 'still here' })),
    );
    return merge(alive, changed).pipe(takeUntil(this.end));
  }

  beforeApplicationShutdown(): void {
    this.end.next();
  }

  private of(world: World): Observable<ChangedTown> {
    return new Observable<LevelReached>((listener) =>
      world.readModels.onChange((reached) => listener.next(reached)),
    ).pipe(
      filter(() => world === this.worlds.current()),
      mergeMap(({ changed }) => changed),
    );
  }
}
