import { setTimeout } from 'node:timers/promises';
import { EsdbDouble } from '../esdb-double/esdb-double.js';
import { drop, type Fault, type Point, refuse, restart } from '../esdb-double/faults.js';
import { commitTimeout, Ended, notReady, tooSlow } from '../esdb-double/refusal.js';
import { storm } from '../log-server/storm.js';

const WRITERS = 6;
const BETWEEN_MS = 60;
/** Afterwards everybody gets something in, however slow the machine. */
const CALM_MS = 1_000;
const calm = { lost: 0, twice: 0, elsewhere: 0, missed: 0 };

const faults: [Point, Fault][] = [
  ['append', drop],
  ['stored', drop],
  ['append', refuse(commitTimeout)],
  ['stored', refuse(commitTimeout)],
  ['read', drop],
  ['append', refuse(notReady)],
  ['event', drop],
  ['stored', restart],
];

let double: EsdbDouble;
afterEach(() => double.stop());

/** One after the other, while everybody writes and reads. */
async function weather(happens: (() => void)[]): Promise<void> {
  for (const each of happens) {
    await setTimeout(BETWEEN_MS);
    each();
  }
  await setTimeout(CALM_MS);
}

describe(`${WRITERS} writers at two nodes of ours`, () => {
  it('lose nothing, store nothing twice and miss nothing while one server fails in every way', async () => {
    double = await EsdbDouble.start();
    const report = await storm(double.url, WRITERS, () =>
      weather([
        ...faults.map(
          ([point, fault]) =>
            () =>
              double.faults.at(point, fault, { after: 5 }),
        ),
        () => double.node.endSubscriptions(new Ended()),
        () => double.node.endSubscriptions(tooSlow()),
        () => double.node.line.freeze(),
        () => double.node.line.thaw(),
        () => double.node.die(),
        () => double.node.comeBack(),
      ]),
    );
    expect(report).toMatchObject(calm);
    expect(report.acknowledged).toBeGreaterThan(WRITERS);
  });

  it('lose nothing, store nothing twice and miss nothing while one leader follows another', async () => {
    double = await EsdbDouble.start({ nodes: 3 });
    const turn = (n: number): (() => void)[] => [
      () => double.nodes[n % 3]!.die(),
      () => double.elect(double.nodes[(n + 1) % 3]!),
      () => double.nodes[n % 3]!.comeBack(),
    ];
    const report = await storm(double.url, WRITERS, () =>
      weather([0, 1, 2, 3].flatMap((n) => turn(n))),
    );
    expect(report).toMatchObject(calm);
    expect(report.acknowledged).toBeGreaterThan(WRITERS);
  });
});
