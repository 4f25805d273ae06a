import type { FiledPlans } from './filed-plans.js';
import type { LogEvent, News, PastReader } from './past-reader.js';

/**
 * A plan holds hundreds of fields and placements, each with a short story of its own. So a plan is
 * never folded as a whole: every entry has a root (itself, or the entry that it corrects or voids),
 * roots are linked to the subjects they speak about, and only touched subjects are told again.
 */
export interface PlanReading {
  /** For each touched subject all events about it, in order. */
  readonly subjects: ReadonlyMap<string, readonly LogEvent[]>;
  readonly newEvents: readonly { root: number; revision: number; entry: string }[];
  readonly newLinks: readonly { subject: string; root: number }[];
}

/** The plan itself, as a subject beside its fields and the measures placed in it. */
export const PLAN_ITSELF = 'plan';
export const fieldSubject = (id: string): string => `field ${id}`;
export const measureSubject = (id: string): string => `measure ${id}`;

const subjectOf = (data: Readonly<Record<string, unknown>>): string => {
  if (typeof data['measure'] === 'string') return measureSubject(data['measure']);
  return typeof data['field'] === 'string' ? fieldSubject(data['field']) : PLAN_ITSELF;
};

class PlanIndex {
  readonly newEvents: { root: number; revision: number; entry: string }[] = [];
  readonly newLinks: { subject: string; root: number }[] = [];
  private readonly rootOf = new Map<string, number>();
  private readonly revisions = new Map<number, Set<number>>();
  /** Of the roots that the news speak about. */
  private readonly rootsOf = new Map<string, Set<number>>();
  private readonly subjectsOf = new Map<number, Set<string>>();

  constructor(
    private readonly filed: FiledPlans,
    private readonly plan: number | undefined,
  ) {}

  /** Files an event; gives the subjects that have to be told again. */
  add({ id, type, revision, data }: LogEvent): ReadonlySet<string> {
    const changes = type === 'EntryCorrected' || type === 'EntryVoided';
    const entry = data['entry'] as string;
    const changed = changes
      ? (this.rootOf.get(entry) ?? this.filed.rootOf(this.plan, entry))
      : undefined;
    const root = changed ?? revision;
    this.rootOf.set(id, root);
    addTo(this.revisions, root, revision);
    this.newEvents.push({ root, revision, entry: id });
    if (changed !== undefined) {
      for (const subject of this.filed.subjects(this.plan, changed)) this.relate(subject, changed);
    }
    if (!changes) this.link(subjectOf(data), root);
    if (type === 'EntryCorrected') {
      this.link(subjectOf((data['replacement'] ?? {}) as Record<string, unknown>), root);
    }
    return this.subjectsOf.get(root) ?? new Set();
  }

  revisionsAbout(subject: string): number[] {
    const found = new Set(this.filed.revisionsAbout(this.plan, subject));
    for (const root of this.rootsOf.get(subject) ?? []) {
      for (const revision of this.filed.revisionsOf(this.plan, root)) found.add(revision);
      for (const revision of this.revisions.get(root) ?? []) found.add(revision);
    }
    return [...found].sort((a, b) => a - b);
  }

  private link(subject: string, root: number): void {
    if (this.relate(subject, root)) this.newLinks.push({ subject, root });
  }

  /** False: that was known. */
  private relate(subject: string, root: number): boolean {
    if (this.rootsOf.get(subject)?.has(root)) return false;
    addTo(this.rootsOf, subject, root);
    addTo(this.subjectsOf, root, subject);
    return true;
  }
}

const addTo = <K, V>(map: Map<K, Set<V>>, key: K, value: V): void => {
  const others = map.get(key);
  if (others) others.add(value);
  else map.set(key, new Set([value]));
};

/** Files the news of a plan and reads what else was said about the subjects it touches. */
export const readPlan = async (
  { stream, news }: News,
  key: number | undefined,
  past: PastReader,
): Promise<PlanReading> => {
  const index = new PlanIndex(past.plans, key);
  const touched = new Set(news.flatMap((event) => [...index.add(event)]));
  const revisions = new Map(
    [...touched].map((subject) => [subject, index.revisionsAbout(subject)]),
  );
  const first = news[0]?.revision ?? 0;
  const missing = new Set([...revisions.values()].flat().filter((revision) => revision < first));
  const older = await past.some(
    stream,
    [...missing].sort((a, b) => a - b),
    key,
  );
  const events = new Map([...older, ...news].map((event) => [event.revision, event]));
  const subjects = new Map(
    [...revisions].map(([subject, of]) => [subject, of.flatMap((at) => events.get(at) ?? [])]),
  );
  return { subjects, newEvents: index.newEvents, newLinks: index.newLinks };
};
