import fc from 'fast-check';
import type { WeatheredTown } from './weathered-town.js';

type Step = (town: WeatheredTown) => Promise<unknown>;

/** A step that says what it was when something fails. */
export class Command implements fc.AsyncCommand<object, WeatheredTown> {
  constructor(
    private readonly name: string,
    private readonly step: Step,
  ) {}

  check(): boolean {
    return true;
  }

  async run(_model: object, town: WeatheredTown): Promise<void> {
    await this.step(town);
  }

  toString(): string {
    return this.name;
  }
}

/** Evenly: of `fc.double` nearly all lie next to 0. */
export const share = fc.nat({ max: 999 }).map((thousandths) => thousandths / 1_000);
export const wishes = fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 4 });
const granted = ({ model }: WeatheredTown, which: number) => {
  const all = [...model.granted.values()];
  return all[Math.floor(which * all.length)];
};

const record = wishes.map(
  (several) =>
    new Command(`record(${several.length})`, (town) =>
      Promise.all(several.map(([choice, which]) => town.insist(town.model.wish(choice, which)))),
    ),
);

const again = share.map(
  (which) =>
    new Command('again', async (town) => {
      const before = granted(town, which);
      if (before) await town.insist(before.wish);
    }),
);

const sameKeyOtherBody = share.map(
  (which) =>
    new Command('sameKeyOtherBody', async (town) => {
      const before = granted(town, which);
      if (!before?.wish.path.endsWith('/start-implementation')) return;
      const { key, path } = before.wish;
      const body = { text: { note: 'Anders' } };
      const answer = await town.klimaspur.post(path, body, { 'idempotency-key': key });
      expect([answer.status, answer.json['code']]).toEqual([422, 'idempotency/key-reused']);
    }),
);

const crash = fc.tuple(wishes, fc.nat(12)).map(
  ([several, turns]) =>
    new Command(`crash(${several.length}, ${turns})`, (town) =>
      town.crashDuring(
        several.map(([choice, which]) => town.model.wish(choice, which)),
        turns,
      ),
    ),
);

const restart = fc.constant(new Command('restart', (town) => town.restart()));
const rebuild = fc.constant(
  new Command('rebuild', ({ klimaspur }) => klimaspur.worlds.own.readModels.rebuild()),
);

const readAfterOwnWrite = share.map(
  (which) =>
    new Command('readAfterOwnWrite', async ({ klimaspur, model }) => {
      const wish = model.wish(0, which);
      const { json } = await klimaspur.post(wish.path, wish.body, { 'idempotency-key': wish.key });
      model.grant(wish, { id: String(json['id']), revision: Number(json['revision']) });
      const headers = { 'klimaspur-after': String(json['position']) };
      const list = await klimaspur.ask({ path: '/api/v1/measures?limit=1', headers });
      expect(list.headers.get('klimaspur-behind')).toBeNull();
      expect(list.json['total']).toBe(model.measures.length);
    }),
);

/** What clients do, and what happens to the process that they ask. */
export const usual = [
  ...[record, record, again, sameKeyOtherBody],
  ...[crash, restart, rebuild, readAfterOwnWrite],
];
