import { setPriority } from 'node:os';

/** Gives this thread a priority below everything else, where a thread can have one: on Linux. */
export const giveWay = (): void => {
  if (process.platform === 'linux') setPriority(10);
};
