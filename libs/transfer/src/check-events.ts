import {
  catalogue,
  categories,
  checkData,
  type EventDefinition,
  isEventType,
  movedTo,
  type Past,
  schemaVersionOf,
  upcasters,
} from '@klimaspur/domain';
import { categoryOf, eventId, isUuid, policyEventId } from '@klimaspur/event-store';
import { isCommitment, isIncluded, type Leafed, leafHash, nodeSha256 } from '@klimaspur/proofs';
import { linesIn, type TownLine } from './line.js';
import type { OpenTownFile } from './open-town-file.js';
import { TransferRefused } from './refused.js';
import { townOfStream } from './town-events.js';

/** Clocks of two servers are never quite the same. */
const AHEAD_MS = 300_000;
const STREAM = /^[a-z]+-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const kept: ReadonlySet<string> = new Set(
  [...categories, 'source'].filter((category) => category !== 'person'),
);

interface SeenStream {
  next: number;
  /** How many events came of each command and each cause. */
  readonly written: Map<string, number>;
  readonly types: Map<string, string>;
}

/**
 * Looks at every event of a file: that it is one of this town, in its place, made as an honest log makes it, known here,
 * and under the signed checkpoint. Gives the stream of the town itself. Throws TransferRefused for the first that is not.
 */
export async function checkEvents(file: OpenTownFile, now: number): Promise<readonly Past[]> {
  const check = new EventCheck(file, now);
  for await (const line of linesIn(file.folder)) check.take(line);
  return check.finish();
}

class EventCheck {
  private readonly streams = new Map<string, SeenStream>();
  private readonly town: Past[] = [];
  private events = 0;
  private index = -1;
  private knownSince = 0;

  constructor(
    private readonly file: OpenTownFile,
    private readonly now: number,
  ) {}

  take(line: TownLine): void {
    const { event } = line;
    const stream = this.streamOf(event);
    this.checkPlace(event, stream);
    checkId(event, stream);
    checkKind(event, stream);
    this.checkClock(line);
    this.checkProof(line);
    stream.types.set(event.id, event.type);
    stream.next++;
    this.events++;
    if (event.stream === this.townStream) this.town.push(event as unknown as Past);
  }

  finish(): readonly Past[] {
    const { events, streams } = this.file.manifest;
    if (this.events !== events || this.streams.size !== streams || this.town.length === 0) {
      throw new TransferRefused('transfer/incomplete');
    }
    const address = movedTo(this.town);
    if (address !== undefined) throw new TransferRefused('transfer/moved-on', { address });
    return this.town;
  }

  private get townStream(): string {
    return `municipality-${this.file.manifest.municipality}`;
  }

  private streamOf(event: Leafed): SeenStream {
    const known = this.streams.get(event.stream);
    if (known) return known;
    const { stream, id } = event;
    const isOurs =
      STREAM.test(stream) &&
      kept.has(categoryOf(stream)) &&
      townOfStream(event) === this.file.manifest.municipality &&
      (stream !== this.townStream || event.type === 'MunicipalityFounded');
    if (!isOurs) throw new TransferRefused('transfer/foreign-event', { stream, entry: id });
    const seen = { next: 0, written: new Map<string, number>(), types: new Map<string, string>() };
    this.streams.set(stream, seen);
    return seen;
  }

  private checkPlace({ stream, revision, id }: Leafed, { next }: SeenStream): void {
    if (revision !== next) throw new TransferRefused('transfer/gap', { stream, entry: id });
  }

  /** What comes from a clock that is ahead would hide, for as long, everything that is entered here. */
  private checkClock({ event, knownSince, index }: TownLine): void {
    const recordedAt = String(event.metadata['recordedAt']);
    const at = INSTANT.test(recordedAt) ? Date.parse(recordedAt) : Number.NaN;
    const fits = at <= knownSince && this.knownSince <= knownSince && this.index < index;
    if (!fits) throw new TransferRefused('transfer/damaged', { what: event.id });
    if (knownSince > this.now + AHEAD_MS) {
      throw new TransferRefused('transfer/from-the-future', { entry: event.id });
    }
    this.knownSince = knownSince;
    this.index = index;
  }

  private checkProof({ event, index, path }: TownLine): void {
    const { size, root } = this.file;
    const proof = path.map((hash) => new Uint8Array(Buffer.from(hash, 'base64')));
    const leaf = leafOf(event);
    if (leaf && isIncluded(nodeSha256, { index, size, leaf, proof, root })) return;
    throw new TransferRefused('transfer/not-proven', { entry: event.id });
  }
}

const leafOf = (event: Leafed): Uint8Array | undefined => {
  try {
    return new Uint8Array(Buffer.from(leafHash(event), 'hex'));
  } catch {
    return undefined;
  }
};

/** Ids follow from the command or from what caused the entry: another one was made up, or belongs elsewhere. */
function checkId({ stream, id, metadata }: Leafed, { written }: SeenStream): void {
  const { commandId, causationId } = metadata as Readonly<Record<string, unknown>>;
  const cause = causationId ?? commandId;
  const n = written.get(String(cause)) ?? 0;
  written.set(String(cause), n + 1);
  const wanted =
    typeof cause === 'string' && isUuid(cause)
      ? (causationId === undefined ? eventId : policyEventId)(cause, stream, n)
      : undefined;
  if (id !== wanted) throw new TransferRefused('transfer/wrong-id', { stream, entry: id });
}

type Described = Pick<EventDefinition, 'data' | 'text'> & { readonly category?: string };

/** History is history and no rule is asked; but what is not understood would be told wrongly. */
function checkKind(event: Leafed, { types }: SeenStream): void {
  const { id, type, stream, metadata } = event;
  const version = metadata['schemaVersion'];
  if (
    !isEventType(type) ||
    typeof version !== 'number' ||
    version > schemaVersionOf(carriedBy(event, types))
  ) {
    throw new TransferRefused('transfer/unknown-event', { type, entry: id });
  }
  const definition: Described = catalogue[type];
  const fits = definition.category === undefined || definition.category === categoryOf(stream);
  const raised = upcasters.raised(event, carriedBy(event, types));
  const wrong = fits ? wrongFields(definition, raised, types) : ['type'];
  if (wrong.length === 0) return;
  throw new TransferRefused('transfer/wrong-data', { entry: id, field: wrong[0] ?? '' });
}

/** A correction is of the version of what it corrects. */
const carriedBy = ({ type, data }: Leafed, types: ReadonlyMap<string, string>): string =>
  (type === 'EntryCorrected' && types.get(String(data['entry']))) || type;

/** What a policy wrote has no text; of what was taken out only the terms can be looked at. */
function wrongFields(
  definition: Described,
  { type, data, metadata }: Leafed,
  types: ReadonlyMap<string, string>,
): string[] {
  const { text, ...terms } = data;
  const isOut = text !== undefined && isCommitment(text);
  const hasNone = isOut || metadata['causationId'] !== undefined;
  const shapeOf = ({ data: fields, text: typed }: Described) => ({
    data: fields,
    text: hasNone ? {} : typed,
  });
  const own = checkData(shapeOf(definition), isOut ? terms : data).map(({ path }) => path);
  if (type !== 'EntryCorrected') return own;
  const corrected = types.get(String(data['entry']));
  if (corrected === undefined || !isEventType(corrected)) return [...own, 'entry'];
  const replacement = (text as { replacement?: unknown } | undefined)?.replacement;
  const whole = {
    ...(terms['replacement'] as object),
    ...(replacement === undefined ? {} : { text: replacement }),
  };
  const wrong = checkData(shapeOf(catalogue[corrected]), whole);
  return [...own, ...wrong.map(({ path }) => `replacement.${path}`)];
}
