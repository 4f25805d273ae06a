/** A title without what two people write differently: case, spaces, punctuation. */
export const plainTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** How much of the shorter of two titles the other must have, so that both may name the same measure. */
const ENOUGH = 0.5;

/** Whether one title may be the other after somebody rewrote it: by the groups of three letters that both have. */
export const alike = (one: string, other: string): boolean => {
  const [a, b] = [partsOf(one), partsOf(other)];
  let shared = 0;
  for (const part of a) if (b.has(part)) shared += 1;
  return shared > 0 && shared >= ENOUGH * Math.min(a.size, b.size);
};

const partsOf = (title: string): ReadonlySet<string> => {
  const plain = ` ${plainTitle(title)} `;
  const length = Math.max(0, plain.length - 2);
  return new Set(Array.from({ length }, (_, at) => plain.slice(at, at + 3)));
};
