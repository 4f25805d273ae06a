type Work = () => unknown;

interface Case {
  readonly name: string;
  readonly run: Work;
}

/** What a `describe` holds, in order. */
interface Group {
  readonly name: string;
  readonly before: Work[];
  readonly after: Work[];
  readonly cases: (Case | Group)[];
}

const group = (name: string): Group => ({ name, before: [], after: [], cases: [] });

/** Every row of a table is a case of its own, as in Jest. */
const tables =
  (one: (name: string, run: Work) => void) =>
  (rows: readonly unknown[]) =>
  (name: string, run: (...row: unknown[]) => unknown): void =>
    rows.forEach((row, n) =>
      one(`${name} (${n})`, () => run(...(Array.isArray(row) ? row : [row]))),
    );

/**
 * Runs a suite that is written in Jest's words here and now, inside a test, and tells which of its cases fail: so a suite can be
 * seen to turn red. A case that has not ended after `withinMs` fails, too; `enough` have failed, and the rest is left out.
 */
export async function failingCases(
  suite: () => void,
  { only = /./, withinMs = 60_000, enough = Infinity } = {},
): Promise<string[]> {
  const failing: string[] = [];
  const isLeftOut = (name: string): boolean => failing.length >= enough || !only.test(name);
  const run = async (node: Case | Group, path: string): Promise<void> => {
    const name = `${path}${node.name}`;
    if ('run' in node) {
      if (!isLeftOut(name) && !(await holds(node.run, withinMs))) failing.push(name);
      return;
    }
    for (const work of node.before) await work();
    for (const inner of node.cases) await run(inner, name === '' ? '' : `${name} › `);
    for (const work of node.after) await work();
  };
  await run(collected(suite), '');
  return failing;
}

async function holds(run: Work, withinMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), withinMs);
  });
  const done = Promise.resolve()
    .then(run)
    .then(
      () => true,
      () => false,
    );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}

function collected(suite: () => void): Group {
  const root = group('');
  let here = root;
  const it = (name: string, run: Work): void => void here.cases.push({ name, run });
  const words = {
    describe: (name: string, inner: () => void): void => {
      const outer = here;
      here = group(name);
      outer.cases.push(here);
      inner();
      here = outer;
    },
    it: Object.assign(it, { each: tables(it) }),
    beforeAll: (work: Work): void => void here.before.push(work),
    afterAll: (work: Work): void => void here.after.push(work),
  };
  const jests = Object.fromEntries(
    Object.keys(words).map((word) => [word, Reflect.get(globalThis, word)]),
  );
  Object.assign(globalThis, words);
  try {
    suite();
  } finally {
    Object.assign(globalThis, jests);
  }
  return root;
}
