import { canonicalJson, isUuid, justBefore, type RecordedEvent } from '@klimaspur/event-store';
import {
  isIncluded,
  type Leafed,
  leafHash,
  nodeSha256,
  toHex,
  type TreeEntry,
  writeTlogProof,
} from '@klimaspur/proofs';
import { Injectable } from '@nestjs/common';
import { isOperator } from '../auth/rights.js';
import { Refusal } from '../errors/refusal.js';
import { type ShownEvent, ShownEvents } from '../exports/shown-events.js';
import type { World } from '../persistence/world.js';
import type { Reading } from '../reading/reader.js';
import { Checkpoints } from './checkpoints.js';

/** What it takes to see that an entry is in the log, unaltered. */
export interface EntryProof {
  readonly origin: string;
  readonly key: string;
  readonly proof: string;
  readonly event?: Leafed;
  /** Of an entry of which not all may be read. */
  readonly leaf?: string;
}

/** Proves that an entry is in the signed log, to those who may read it. */
@Injectable()
export class EntryProofs {
  constructor(private readonly checkpoints: Checkpoints) {}

  async of(reading: Reading, id: string): Promise<EntryProof> {
    const seal = this.checkpoints.sealOf(reading.world);
    const entry = isUuid(id) ? await entryIn(reading.world, id) : undefined;
    const event = entry && (await eventAt(reading, entry, id));
    const told = event && (await toldTo(reading, event));
    if (!entry || !event || !told) throw new Refusal('proof/entry-unknown');
    const leaf = toHex(entry.leaf);
    // Somebody changed the event since: whatever we said about it would be no proof.
    if (leafHash(event) !== leaf) throw new Refusal('checkpoint/other-log');
    const { origin, key } = seal;
    const proof = await this.proven(entry);
    const whole = isWhole(told, event) ? { event: leafedOf(event) } : { leaf };
    return { ...whole, proof, key: key.verifier, origin };
  }

  private async proven({ index, leaf }: TreeEntry): Promise<string> {
    const { note, size, root } = await this.checkpoints.reaching(index);
    const { tree } = this.checkpoints.sealOf();
    const path = tree.atOnce((moment) =>
      moment.size < size ? undefined : moment.inclusion(index, size),
    );
    if (!path) throw new Refusal(tree.isWhole ? 'checkpoint/other-log' : 'checkpoint/behind');
    if (!isIncluded(nodeSha256, { index, size, leaf, proof: path, root })) {
      throw new Refusal('checkpoint/other-log');
    }
    return writeTlogProof({ index, path, checkpoint: note });
  }
}

/** An entry of this moment may not have come to the tree yet. */
const entryIn = async ({ tree, log }: World, id: string): Promise<TreeEntry | undefined> => {
  const find = () => tree.atOnce((moment) => moment.entry(id));
  const found = find();
  const last = found ? null : await log.lastPosition();
  return last !== null && (await tree.waitUntil(last)) ? find() : found;
};

const eventAt = async (
  { world }: Reading,
  { position }: TreeEntry,
  id: string,
): Promise<RecordedEvent | undefined> => {
  const [event] = await world.log.readAll(justBefore(position), 1);
  return event?.id === id ? event : undefined;
};

/** The same that a file of events tells; an entry is told by what its stream says before it. */
const toldTo = async (
  { world, models, view, viewer }: Reading,
  event: RecordedEvent,
): Promise<ShownEvent | undefined> => {
  if (isOperator(viewer)) return event;
  const history = await world.log.readStream(event.stream);
  return new ShownEvents(models, view).of(history).find(({ id }) => id === event.id);
};

export const isWhole = (told: ShownEvent, stored: RecordedEvent): boolean =>
  told.revision !== undefined &&
  canonicalJson([told.data, told.metadata]) === canonicalJson([stored.data, stored.metadata]);

const leafedOf = ({ stream, revision, id, type, data, metadata }: RecordedEvent): Leafed => ({
  stream,
  revision,
  id,
  type,
  data,
  metadata,
});
