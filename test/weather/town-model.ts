import { randomUUID } from 'node:crypto';
import { newCommandId } from '@klimaspur/event-store';
import type { TestApp } from '../api/app.js';

/** What a client wants to have recorded, once, under its key. */
export interface Wish {
  readonly key: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Measures into which a decision goes. */
  readonly named: readonly string[];
}

export interface Answer {
  readonly id: string;
  readonly revision: number;
}

/** The simplest idea of a log: each wish that was granted is in it once. */
export class TownModel {
  readonly granted = new Map<string, { readonly wish: Wish; readonly answer: Answer }>();
  readonly measures: string[] = [];

  private constructor(
    readonly municipality: string,
    readonly organ: string,
  ) {}

  static async found(klimaspur: Pick<TestApp, 'given'>): Promise<TownModel> {
    const municipality = await klimaspur.given('municipalities', { text: { name: 'Musterau' } });
    const organ = await klimaspur.given('organs', {
      ...{ municipality, kind: 'COUNCIL', decidesFinally: true },
      text: { name: 'Versammlung' },
    });
    const model = new TownModel(municipality, organ);
    model.measures.push(
      await klimaspur.given('measures', { municipality, text: { title: 'Radwege' } }),
    );
    return model;
  }

  /** One of several kinds; `choice` and `which` lie in [0, 1). */
  wish(choice: number, which: number): Wish {
    const key = newCommandId();
    const { municipality, organ, measures } = this;
    const measure = measures[Math.floor(which * measures.length)]!;
    if (choice < 0.3) {
      const body = { municipality, text: { title: `Maßnahme ${randomUUID()}` } };
      return { key, path: 'measures', body, named: [] };
    }
    if (choice < 0.55) {
      return { key, path: `measures/${measure}/check-unchanged`, body: {}, named: [] };
    }
    if (choice < 0.8) {
      const body = { text: { note: `Notiz ${randomUUID()}` } };
      return { key, path: `measures/${measure}/start-implementation`, body, named: [] };
    }
    const named = [...new Set([measure, measures[0]!])];
    const effects = named.map((each) => ({ measure: each, effect: 'ADOPTS', scope: 'FULL' }));
    const text = { title: `Beschluss ${randomUUID()}` };
    const body = { municipality, organ, outcome: 'ADOPTED', final: true, effects, text };
    return { key, path: 'decisions', body, named };
  }

  /** A second grant of the same wish must be the first. */
  grant(wish: Wish, answer: Answer): void {
    const before = this.granted.get(wish.key)?.answer;
    if (before) return expect(answer).toEqual(before);
    this.granted.set(wish.key, { wish, answer });
    if (wish.path === 'measures') this.measures.push(answer.id);
  }
}
