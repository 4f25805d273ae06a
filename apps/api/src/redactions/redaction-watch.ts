import { setTimeout as delay } from 'node:timers/promises';
import type { Position, RecordedEvent } from '@klimaspur/event-store';
import type { World } from '../persistence/world.js';
import { listRedactions } from './finish-redactions.js';

const BATCH = 500;
const AGAIN_MS = 3_000;

/** How far a watch has read; where that is lost, it reads again, which does no harm. */
export interface ReadSoFar {
  read(): Position | null;
  write(position: Position): void;
}

/**
 * Follows a log that several nodes share: a text that another one took out must go from the views and copies of this one, too, and
 * must not come back here with a restore; also if this one was away meanwhile. `carryOut` lists first what it is given. Ends with
 * the signal.
 */
export async function watchRedactions(
  world: World,
  soFar: ReadSoFar,
  carryOut: (list: () => Promise<void>) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const events of world.log.subscribe(soFar.read(), { signal, batch: BATCH })) {
        const told = events.filter(({ type }) => type === 'TextRedacted');
        if (told.length > 0) await carryOut(() => listThose(world, told));
        soFar.write(events.at(-1)!.position);
      }
    } catch {
      // Whoever carries it out has said so; here it is merely begun again.
      await delay(AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

async function listThose(
  { log, redactions }: World,
  told: readonly RecordedEvent[],
): Promise<void> {
  for (const { stream, data } of told) {
    await listRedactions(log, redactions, stream, String(data['entry']));
  }
}
