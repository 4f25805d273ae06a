import type { ExampleStep } from '../example-step.js';

/** A text of an example, with the step and the path it stands at. */
export interface Text {
  readonly stream: string;
  readonly path: string;
  readonly value: string;
}

const within = (value: unknown, path: string): { path: string; value: string }[] => {
  if (typeof value === 'string') return [{ path, value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => within(item, `${path}.${key}`));
};

/** Days and states that stand among the words of a measure sheet; days are moved, states come again. */
const terms = /\.steps\.\d+\.(start|end|state)$|\.funding\.\d+\.state$/;

/** Every string under `data.text` that somebody wrote. */
export const textsOf = (steps: readonly ExampleStep[]): readonly Text[] =>
  steps.flatMap((step) => {
    const { text } = step.data as { text?: unknown };
    return within(text, 'text')
      .filter(({ path }) => !terms.test(path))
      .map((found) => ({ stream: step.stream, ...found }));
  });

/** Names, numbers and addresses come again by nature; everything else was written for its place. */
const comesAgain =
  /\.(baseline|by|group|initiator|moderation|name|number|paper|place|target|unit|url|website|page|kind|source\.\w+)$|\.evidence\.\d+\.title$|\.(classes|papers|responsible|targetGroups)\.|\.funding\.\d+\.source$/;

/** The texts that a person wrote as sentences; a title once per stream. */
export const proseOf = (steps: readonly ExampleStep[]): readonly Text[] => {
  const titles = new Set<string>();
  return textsOf(steps).filter(({ stream, path, value }) => {
    if (comesAgain.test(path)) return false;
    if (!path.endsWith('.title')) return true;
    const title = `${stream} ${value}`;
    return !titles.has(title) && Boolean(titles.add(title));
  });
};
