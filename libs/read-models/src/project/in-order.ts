/** Each item with what `work` makes of it, in order, while so many are under way at once. Throws what it throws, in its turn. */
export async function* inOrder<Item, Made>(
  items: Iterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Made>,
): AsyncGenerator<readonly [Item, Made]> {
  const under: { readonly item: Item; readonly made: Promise<Made> }[] = [];
  for (const item of items) {
    const made = work(item);
    // Is seen when its turn comes, or never wanted.
    made.catch(() => undefined);
    if (under.push({ item, made }) < atOnce) continue;
    const first = under.shift()!;
    yield [first.item, await first.made];
  }
  for (const { item, made } of under) yield [item, await made];
}
