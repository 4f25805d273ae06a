import type { Day, Past } from '@klimaspur/domain';
import {
  linkKey,
  type LinkPlace,
  LinkStore,
  linksIn,
  type UnreachableLink,
} from '@klimaspur/links';
import type { Settings } from '@klimaspur/settings';
import { Inject, Injectable } from '@nestjs/common';
import type { Reading } from '../reading/reader.js';
import { SETTINGS } from '../settings.module.js';

/** An entry whose evidence can no longer be looked at. */
export interface BrokenPlace extends LinkPlace {
  readonly stream: string;
  readonly since: Day;
  readonly reason: UnreachableLink['reason'];
}

/** What pages say of links. */
@Injectable()
export class LinkHealth {
  constructor(
    private readonly links: LinkStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The same as long as pages say the same. */
  get mark(): string {
    return this.settings.linkCheck ? this.links.mark : '';
  }

  /** The day since which it cannot be reached; undefined: it can, or nobody looks. */
  since(url: string): Day | undefined {
    return this.settings.linkCheck ? this.links.since(linkKey(url)) : undefined;
  }

  /** Whether anybody looks after the links of this world. */
  watches({ world }: Pick<Reading, 'world'>): boolean {
    return this.settings.linkCheck && world.name === 'own';
  }

  /** What a team can mend: evidence added since the link broke has mended it. */
  async brokenIn(reading: Reading, town: string): Promise<readonly BrokenPlace[]> {
    const { world, models, view } = reading;
    if (!this.watches(reading)) return [];
    const broken = new Map(this.links.unreachableIn(town).map((link) => [link.url, link]));
    const streams = new Set([...broken.values()].flatMap((link) => link.streams));
    const places: BrokenPlace[] = [];
    for (const stream of models.shownStreams([...streams], view)) {
      const history = (await world.store.readStream(stream)) as unknown as readonly Past[];
      for (const place of linksIn(history)) {
        const link = broken.get(place.url);
        if (!link || place.evidenceAddedAt > link.failedAt) continue;
        places.push({ ...place, stream, since: link.since, reason: link.reason });
      }
    }
    return places.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
  }
}
