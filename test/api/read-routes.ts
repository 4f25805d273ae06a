import { RouteTable } from '../../apps/api/src/errors/route-table.js';
import type { TestApp } from './app.js';

/** This one never ends. */
const ENDLESS = '/api/v1/changes';

/** How many entries the log has, of all towns and persons together, is told to everybody (ADR 48). */
export const tellsHowMany = (path: string): boolean => /^\/(health\/ready|checkpoint)/.test(path);

/** Every address that answers to GET, cut at its gaps. */
export const readRoutes = ({ app }: TestApp): readonly string[][] => {
  const table = app.get(RouteTable) as unknown as {
    readonly routes: readonly { readonly pattern: RegExp; readonly methods: readonly string[] }[];
  };
  return table.routes
    .filter(({ methods }) => methods.includes('GET'))
    .map(({ pattern }) => pattern.source.slice(1, -'\\/?$'.length).replaceAll('\\', ''))
    .filter((path) => path !== ENDLESS)
    .map((path) => path.split('[^/]+'));
};

/** The same with these things in the gaps, one list after the other; `otherwise` where a list is too short. */
export const readPaths = (
  app: TestApp,
  things: readonly (readonly string[])[],
  otherwise: string,
): ReadonlySet<string> =>
  new Set(
    readRoutes(app).flatMap(([start = '', ...rest]) =>
      things.map((list) =>
        rest.reduce((all, part, index) => all + (list[index] ?? otherwise) + part, start),
      ),
    ),
  );
