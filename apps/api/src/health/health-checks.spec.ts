import { HealthChecks } from './health-checks.js';

describe('the health checks', () => {
  it('name what is well and what is not, without the reason', async () => {
    const checks = new HealthChecks();
    checks.add('log', () => {});
    checks.add('read models', async () => {
      throw new Error('secret');
    });
    expect(await checks.run()).toEqual([
      { name: 'log', ok: true },
      { name: 'read models', ok: false },
    ]);
  });

  it('count what does not answer as not well, and do not ask it again until it has answered', async () => {
    const checks = new HealthChecks();
    const { promise: answer, resolve: goOn } = Promise.withResolvers<void>();
    let asked = 0;
    checks.add('log', () => {
      asked++;
      return answer;
    });
    const impatient = { patience: 1 };
    expect(await checks.run(impatient)).toEqual([{ name: 'log', ok: false }]);
    expect(await checks.run(impatient)).toEqual([{ name: 'log', ok: false }]);
    expect(asked).toBe(1);
    goOn();
    expect(await checks.run()).toEqual([{ name: 'log', ok: true }]);
    expect(asked).toBe(1);
    await checks.run();
    expect(asked).toBe(2);
  });

  it('of a node alone leave out what all nodes use', async () => {
    const checks = new HealthChecks();
    checks.add('log', () => Promise.reject(new Error('gone')), { shared: true });
    checks.add('disk', () => {});
    expect(await checks.run({ own: true })).toEqual([{ name: 'disk', ok: true }]);
  });

  it('tell of what needs a look, and let requests in all the same', async () => {
    const checks = new HealthChecks();
    checks.tell('checkpoints', () => ({ refused: 'shorter' }));
    expect(await checks.run()).toEqual([]);
    expect(checks.facts()).toEqual({ checkpoints: { refused: 'shorter' } });
  });
});
