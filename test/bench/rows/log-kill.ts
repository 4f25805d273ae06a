import { killRounds } from '../../process/kill-rounds.js';
import { alone, type Bench, type Result } from '../bench.js';

const IN_FLIGHT = 0.8;

export const bench: Bench = {
  name: 'log: kill -9',
  async run({ folder, quick }) {
    const kills = quick ? 20 : 1_000;
    const { lost, halfWritten, broken, ...report } = await killRounds(folder, kills);
    const wrong = lost + halfWritten + broken;
    const share = report.inFlight / kills;
    const whatWasWrong: Result = {
      name: `kill -9, ${kills} times: lost or half written`,
      ours: wrong,
      peer: null,
      unit: `of ${report.acknowledged} appends`,
      ratio: null,
      bar: '0',
      ok: wrong === 0,
    };
    return [
      whatWasWrong,
      alone('kills with appends in flight', 'of 1', share, { more: IN_FLIGHT }),
    ];
  },
};
