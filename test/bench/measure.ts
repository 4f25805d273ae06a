/** The pth part (0 to 1) of what was measured. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))]!;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** How often per second `work` (which does `count` of something) is done. */
export async function rate(count: number, work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (count / (performance.now() - start)) * 1_000;
}

/**
 * Both in turns, since a neighbour on the machine is never fair to one of them alone. The ratio is the median of
 * the ratios of the rounds.
 */
export async function inTurns(
  rounds: number,
  ours: () => Promise<number>,
  peer: () => Promise<number>,
): Promise<{ ours: number; peer: number; ratio: number }> {
  const pairs: [number, number][] = [];
  for (let round = 0; round < rounds; round++) {
    const peerFirst = round % 2 === 1 ? await peer() : undefined;
    const own = await ours();
    pairs.push([own, peerFirst ?? (await peer())]);
  }
  return middle(pairs);
}

/** Of what was measured in rounds: the medians, and the median of the ratios of each round. */
export const middle = (pairs: readonly (readonly [ours: number, peer: number])[]) => ({
  ours: median(pairs.map(([own]) => own)),
  peer: median(pairs.map(([, other]) => other)),
  ratio: median(pairs.map(([own, other]) => own / other)),
});
