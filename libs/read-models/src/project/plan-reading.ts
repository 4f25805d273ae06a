import type { DatabaseSync } from 'node:sqlite';
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

/** What is filed of a plan so far: asked from the views piece by piece, for a plan may hold very much. */
class Filed {
  constructor(
    private readonly db: DatabaseSync,
    private readonly plan: number | undefined,
  ) {}

  rootOf(entry: string): number | undefined {
    return this.numbers('SELECT root AS n FROM plan_event WHERE plan = ? AND entry = ?', entry)[0];
  }

  revisions(root: number): readonly number[] {
    return this.numbers('SELECT revision AS n FROM plan_event WHERE plan = ? AND root = ?', root);
  }

  roots(subject: string): readonly number[] {
    return this.numbers('SELECT root AS n FROM plan_link WHERE plan = ? AND subject = ?', subject);
  }

  subjects(root: number): readonly string[] {
    return this.rows('SELECT subject FROM plan_link WHERE plan = ? AND root = ?', root).map(
      ({ subject }) => subject as string,
    );
  }

  private numbers(sql: string, value: string | number): readonly number[] {
    return this.rows(sql, value).map(({ n }) => n as number);
  }

  private rows(sql: string, value: string | number) {
    return this.plan === undefined ? [] : this.db.prepare(sql).all(this.plan, value);
  }
}

class PlanIndex {
  readonly newEvents: { root: number; revision: number; entry: string }[] = [];
  readonly newLinks: { subject: string; root: number }[] = [];
  private readonly rootOf = new Map<string, number>();
  private readonly revisions = new Map<number, number[]>();
  private readonly rootsOf = new Map<string, Set<number>>();
  private readonly subjectsOf = new Map<number, Set<string>>();

  constructor(private readonly filed: Filed) {}

  /** Files an event; gives the subjects that have to be told again. */
  add({ id, type, revision, data }: LogEvent): ReadonlySet<string> {
    const changes = type === 'EntryCorrected' || type === 'EntryVoided';
    const entry = data['entry'] as string;
    const changed = changes ? (this.rootOf.get(entry) ?? this.filed.rootOf(entry)) : undefined;
    const root = changed ?? revision;
    this.rootOf.set(id, root);
    this.revisions.set(root, [...(this.revisions.get(root) ?? []), revision]);
    this.newEvents.push({ root, revision, entry: id });
    if (!changes) this.link(subjectOf(data), root);
    if (type === 'EntryCorrected') {
      this.link(subjectOf((data['replacement'] ?? {}) as Record<string, unknown>), root);
    }
    const before = changed === undefined ? [] : this.filed.subjects(changed);
    return new Set([...before, ...(this.subjectsOf.get(root) ?? [])]);
  }

  revisionsAbout(subject: string): number[] {
    const roots = new Set([...this.filed.roots(subject), ...(this.rootsOf.get(subject) ?? [])]);
    return [...roots]
      .flatMap((root) => [...this.filed.revisions(root), ...(this.revisions.get(root) ?? [])])
      .sort((a, b) => a - b);
  }

  private link(subject: string, root: number): void {
    if (this.rootsOf.get(subject)?.has(root)) return;
    addTo(this.rootsOf, subject, root);
    addTo(this.subjectsOf, root, subject);
    if (!this.filed.roots(subject).includes(root)) this.newLinks.push({ subject, root });
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
  db: DatabaseSync,
): Promise<PlanReading> => {
  const index = new PlanIndex(new Filed(db, key));
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
