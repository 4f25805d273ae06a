import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DAY_MS } from '../auth/session-cookie.js';
import { Turns } from '../persistence/turns.js';
import { Worlds } from '../persistence/worlds.js';
import { KeptFiles } from './kept-files.js';

const TIDY_EVERY_MS = DAY_MS / 24;
/** How long a file may wait for an entry that names it. */
const WAITS_MS = DAY_MS;

/** Files that were brought, and never recorded with an entry, go again. */
@Injectable()
export class FileUpkeep implements OnApplicationBootstrap, OnApplicationShutdown {
  private tidying: NodeJS.Timeout | undefined;

  constructor(
    private readonly files: KeptFiles,
    private readonly worlds: Worlds,
    private readonly turns: Turns,
  ) {}

  onApplicationBootstrap(): void {
    const tidy = () => void this.tidy(Date.now()).catch(() => undefined);
    tidy();
    this.tidying = setInterval(tidy, TIDY_EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.tidying);
  }

  async tidy(now: number): Promise<void> {
    await this.turns.inTurn('tidy files', () =>
      this.files.tidy(now - WAITS_MS, (hashes) => this.unused(hashes)),
    );
  }

  /** None, where any view is behind its log: what it does not know yet may name a file. */
  private async unused(hashes: readonly string[]): Promise<readonly string[]> {
    let left = hashes;
    for (const { store, readModels } of this.worlds.all()) {
      if (left.length === 0) return [];
      const position = await store.lastPosition();
      if (position && !(await readModels.waitUntil(position))) return [];
      const named = readModels.townsNaming(left);
      left = left.filter((sha256) => !named.has(sha256));
    }
    return left;
  }
}
