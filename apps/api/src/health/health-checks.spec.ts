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
