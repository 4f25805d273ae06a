import { killRounds } from '../../process/kill-rounds.js';
import type { Bench, Result } from '../bench.js';

const IN_FLIGHT = 0.8;

export const bench: Bench = {
  name: 'log: kill -9',
  async run({ folder, quick }) {
    const kills = quick ? 20 : 1_000;
    const report = await killRounds(folder, kills);
    const wrong = report.lost + report.halfWritten + report.broken;
    const result = (
      name: string,
      ours: number,
      unit: string,
      bar: string,
      ok: boolean,
    ): Result => ({
      ...{ name, ours, unit, bar, ok },
      peer: null,
      ratio: null,
    });
    const appends = `of ${report.acknowledged} appends`;
    const share = report.inFlight / kills;
    return [
      result(`kill -9, ${kills} times: lost or half written`, wrong, appends, '0', wrong === 0),
      result('kills with appends in flight', share, 'of 1', `≥ ${IN_FLIGHT}`, share >= IN_FLIGHT),
    ];
  },
};
