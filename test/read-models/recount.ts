/**
 * The rules of the public bar once more, told as simply as possible and sharing no code with the
 * product: given all events of a log, how does a measure stand on a day, as known at an instant?
 */
export interface Raw {
  readonly stream: string;
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly occurredOn: string | null;
  readonly recordedAt: string;
  /** Where this is a part of a longer log: the newest `recordedAt` so far of all of it. */
  readonly newest?: number;
}

export interface Recounted {
  readonly status: string;
  readonly late: boolean;
  readonly stale: boolean;
  readonly title: string;
  /** The field it stands in; null: in none. */
  readonly field: string | null;
  readonly decision: string;
  readonly implementation: string;
  /** An ally's own project. */
  readonly own: boolean;
  /** Scale and rating; null: not assessed. */
  readonly rating: string | null;
  /** The planned ends in the order in which they held, each another than the one before. */
  readonly ends: readonly string[];
}

const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' });
const berlinDay = (instant: string) => berlin.format(new Date(instant));
const later = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const lastPossibleDay = (date: string) => {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  const [year, month] = date.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
};
const firstPossibleDay = (date: string) => `${date}-01-01`.slice(0, 10);

/** The day from which an entry counts: its last possible one, unless it was recorded before. */
export const effectiveDay = (occurredOn: string | null, recordedAt: string): string => {
  const recordedOn = berlinDay(recordedAt);
  const last = occurredOn === null ? recordedOn : lastPossibleDay(occurredOn);
  return last < recordedOn ? last : recordedOn;
};

interface Counted {
  type: string;
  data: Readonly<Record<string, unknown>>;
  effectiveOn: string;
  recordedOn: string;
  revision: number;
}

/** What of a measure's stream counts at `knownAt`: known, not voided, as corrected last. */
const counted = (log: readonly Raw[], stream: string, knownAt: number): Counted[] => {
  let newest = 0;
  const known = log.filter((event) => {
    newest = event.newest ?? Math.max(newest, Date.parse(event.recordedAt));
    return newest <= knownAt;
  });
  const own = known.filter((event) => event.stream === stream);
  const isVoid = (id: string) =>
    own.some(({ type, data }) => type === 'EntryVoided' && data['entry'] === id);
  return own.flatMap((event, revision) => {
    if (event.type.startsWith('Entry') || isVoid(event.id)) return [];
    const correction = own.findLast(
      ({ id, type, data }) =>
        type === 'EntryCorrected' && data['entry'] === event.id && !isVoid(id),
    );
    const recordedOn = berlinDay(event.recordedAt);
    let bound = recordedOn;
    let { occurredOn, data } = event;
    if (correction) {
      ({ occurredOn } = correction);
      data = correction.data['replacement'] as typeof data;
      if (occurredOn && firstPossibleDay(occurredOn) > recordedOn) {
        bound = berlinDay(correction.recordedAt);
      }
    }
    const last = occurredOn === null ? bound : lastPossibleDay(occurredOn);
    const effectiveOn = last < bound ? last : bound;
    return [{ type: event.type, data, effectiveOn, recordedOn, revision }];
  });
};

const news =
  /^Measure(Proposed|Submitted|Deliberated|Decided|NoDecision|Implementation|Progress|Delay|Resched|Checked|Assessed|Split|Merged)/;
const toConsultation = [
  ...['RECOMMENDED', 'RECOMMENDED_AMENDED', 'NOT_RECOMMENDED', 'PRELIMINARY_ADVICE'],
  ...['REFERRED', 'REMITTED_TO_ADMIN', 'NO_DECISION'],
];

/** The newest of the entries in effect; the first of all holds from the beginning. */
const newestOf = (entries: readonly Counted[], asOf: string): Counted | undefined => {
  const inOrder = [...entries].sort(byEffect);
  return inOrder.filter(({ effectiveOn }, n) => n === 0 || effectiveOn <= asOf).at(-1);
};

const byEffect = (a: Counted, b: Counted) =>
  a.effectiveOn === b.effectiveOn
    ? a.revision - b.revision
    : a.effectiveOn < b.effectiveOn
      ? -1
      : 1;

/** The measure on that day; null: there is none (any more), or it goes on in another one. */
export const recount = (
  log: readonly Raw[],
  stream: string,
  asOf: string,
  knownAt: number,
): Recounted | null => {
  const all = counted(log, stream, knownAt);
  const recorded = all.find(({ type }) => type === 'MeasureRecorded');
  if (!recorded) return null;
  const entries = all.filter(({ effectiveOn }) => effectiveOn <= asOf).sort(byEffect);
  if (entries.some(({ type }) => type === 'MeasureMerged')) return null;

  let b = recorded.data['idea'] === true ? 'IDEA' : 'UNKNOWN';
  let c = 'UNKNOWN';
  let noDecision: unknown;
  let permanent = false;
  let delay = false;
  let start: string | undefined;
  let end: string | undefined;
  let rating: string | null = null;
  const ends: string[] = [];
  const isOpen = () =>
    ['UNKNOWN', 'IDEA', 'PROPOSED', 'SUBMITTED', 'IN_CONSULTATION', 'DEFERRED'].includes(b);
  const works = () => (permanent ? 'ONGOING' : 'IN_PROGRESS');
  const isRunning = () => ['IN_PROGRESS', 'ONGOING', 'PAUSED'].includes(c);
  const isEnded = () => ['COMPLETED', 'ABANDONED', 'NOT_FEASIBLE'].includes(c);

  for (const { type, data } of entries) {
    const { outcome, effect, scope } = data as Record<string, string>;
    if (type === 'MeasureProposed' && ['UNKNOWN', 'IDEA'].includes(b)) b = 'PROPOSED';
    if (type === 'MeasureSubmitted' && ['UNKNOWN', 'IDEA', 'PROPOSED'].includes(b)) b = 'SUBMITTED';
    if (type === 'MeasureNoDecisionNeeded' && isOpen()) {
      b = 'NO_DECISION_NEEDED';
      noDecision = data['reason'];
    }
    if (type === 'MeasureDeliberated' && isOpen()) {
      if (toConsultation.includes(outcome ?? '')) b = 'IN_CONSULTATION';
      if (['DEFERRED', 'REMOVED_FROM_AGENDA'].includes(outcome ?? '')) b = 'DEFERRED';
      if (outcome === 'WITHDRAWN' || outcome === 'LAPSED') b = outcome;
    }
    if (type === 'MeasureDecided' && data['final'] !== true) {
      const moves = ['ADOPTS', 'AMENDS', 'REJECTS', 'REVOKES'].includes(effect ?? '');
      if (moves && isOpen()) b = 'IN_CONSULTATION';
    }
    if (type === 'MeasureDecided' && data['final'] === true) {
      const wasAdopted = ['ADOPTED', 'ADOPTED_IN_PRINCIPLE', 'NO_DECISION_NEEDED'].includes(b);
      if (effect === 'ADOPTS' && !(scope !== 'FULL' && b === 'ADOPTED')) {
        b = scope === 'IN_PRINCIPLE' ? 'ADOPTED_IN_PRINCIPLE' : 'ADOPTED';
      }
      if (effect === 'AMENDS') b = 'ADOPTED';
      if (effect === 'REJECTS' && !(scope === 'PART' && wasAdopted)) b = 'REJECTED';
      if (effect === 'REVOKES' && scope !== 'PART') b = 'REVOKED';
      if (effect === 'DEFERS' && isOpen()) b = 'DEFERRED';
    }
    start = (data['plannedStart'] ?? data['newStart'] ?? start) as string | undefined;
    end = (data['plannedEnd'] ?? data['newEnd'] ?? end) as string | undefined;
    if (end !== undefined && end !== ends.at(-1)) ends.push(end);
    if (type === 'MeasureAssessed') rating = `${String(data['scale'])} ${String(data['rating'])}`;
    switch (type.replace('Measure', '')) {
      case 'ImplementationPlanned':
        if (!isRunning()) c = 'PLANNED';
        break;
      case 'ImplementationStarted':
        if (data['duration'] !== undefined) permanent = data['duration'] === 'PERMANENT';
        c = works();
        delay = false;
        break;
      case 'ProgressReported':
        c = works();
        delay = false;
        break;
      case 'DelayReported':
        delay = true;
        break;
      case 'ImplementationPaused':
        c = 'PAUSED';
        break;
      case 'ImplementationResumed':
        c = works();
        break;
      case 'ImplementationCompleted':
        c = 'COMPLETED';
        delay = false;
        break;
      case 'ImplementationAbandoned':
        c = data['reason'] === 'NOT_FEASIBLE' ? 'NOT_FEASIBLE' : 'ABANDONED';
        delay = false;
        break;
    }
  }

  const late =
    !isEnded() &&
    ((start !== undefined && !isRunning() && lastPossibleDay(start) < asOf) ||
      (end !== undefined && c !== 'ONGOING' && lastPossibleDay(end) < asOf));
  const lastNews = all
    .filter(
      ({ type, recordedOn }) =>
        (news.test(type) || type === 'MeasureRecorded') && recordedOn <= asOf,
    )
    .map(({ recordedOn }) => recordedOn)
    .sort()
    .at(-1);
  const stale = lastNews !== undefined && later(lastNews, 180) <= asOf;

  const status = (() => {
    if (c === 'COMPLETED') return 'completed';
    if (isEnded()) return 'failed';
    if (['REJECTED', 'WITHDRAWN', 'LAPSED', 'REVOKED'].includes(b) && !isRunning()) {
      return 'rejected';
    }
    if (late || delay || c === 'PAUSED') return 'delayed';
    if (isRunning()) return 'in-progress';
    if (c === 'PLANNED') return 'planned';
    if (['ADOPTED', 'ADOPTED_IN_PRINCIPLE', 'NO_DECISION_NEEDED'].includes(b)) return 'adopted';
    return b === 'UNKNOWN' ? 'unknown' : 'in-consultation';
  })();
  const described = newestOf(
    all.filter(({ type }) => type === 'MeasureDescribed'),
    asOf,
  );
  const placed = newestOf(
    log
      .filter(({ type }) => type === 'PlanDrafted')
      .flatMap(({ stream: planStream }) => counted(log, planStream, knownAt))
      .filter(({ type, data }) => {
        return type === 'PlanMeasurePlaced' && `measure-${String(data['measure'])}` === stream;
      }),
    asOf,
  );
  const { text } = (described ?? recorded).data as { text: { title: string } };
  const field = (placed?.data['field'] as string | undefined) ?? null;
  const own = b === 'NO_DECISION_NEEDED' && noDecision === 'CIVIL_SOCIETY';
  const axes = { decision: b, implementation: c, own };
  return { status, late, stale, title: text.title, field, ...axes, rating, ends };
};
