import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** What is filed of plans so far: asked from the views piece by piece, for a plan may hold very much. */
export class FiledPlans {
  private readonly statements: Record<
    'rootOf' | 'revisionsOf' | 'about' | 'subjects',
    StatementSync
  >;

  constructor(db: DatabaseSync) {
    this.statements = {
      rootOf: db.prepare('SELECT root AS found FROM plan_event WHERE plan = ? AND entry = ?'),
      revisionsOf: db.prepare(
        'SELECT revision AS found FROM plan_event WHERE plan = ? AND root = ?',
      ),
      about: db.prepare(`SELECT e.revision AS found FROM plan_link l
        CROSS JOIN plan_event e ON e.plan = l.plan AND e.root = l.root
        WHERE l.plan = ? AND l.subject = ?`),
      subjects: db.prepare('SELECT subject AS found FROM plan_link WHERE plan = ? AND root = ?'),
    };
  }

  rootOf(plan: number | undefined, entry: string): number | undefined {
    return this.found<number>('rootOf', plan, entry)[0];
  }

  /** Of all events with this root. */
  revisionsOf(plan: number | undefined, root: number): readonly number[] {
    return this.found('revisionsOf', plan, root);
  }

  /** Of all events that speak about a subject. */
  revisionsAbout(plan: number | undefined, subject: string): readonly number[] {
    return this.found('about', plan, subject);
  }

  subjects(plan: number | undefined, root: number): readonly string[] {
    return this.found('subjects', plan, root);
  }

  private found<T extends string | number>(
    question: keyof FiledPlans['statements'],
    plan: number | undefined,
    value: string | number,
  ): readonly T[] {
    if (plan === undefined) return [];
    return this.statements[question].all(plan, value).map(({ found }) => found as T);
  }
}
