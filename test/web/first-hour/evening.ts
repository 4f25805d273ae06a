import type { Browser } from 'playwright-core';
import type { RunningServer } from '../../tools/running-server.js';
import { type Filled, Telephone } from './telephone.js';

export const town = '/de/kommunen/karlsruhe';
export const work = `${town}/bearbeiten`;
/** The plan that is made by hand. */
const plan = 'Hitzeaktionsplan';

type Links = readonly (string | RegExp)[];

/** One evening of a new group: an empty instance, and a telephone. */
export class Evening {
  private constructor(
    readonly server: RunningServer,
    readonly browser: Browser,
    readonly telephone: Telephone,
  ) {}

  static async begin(server: RunningServer, browser: Browser): Promise<Evening> {
    return new Evening(server, browser, await Telephone.in(browser, server.url));
  }

  /** Opens a page, follows links, fills in a form, sends it; answers what the next page says. */
  readonly told = async (
    path: string,
    links: Links,
    { on, ...fields }: Filled & { readonly on?: string },
    send = 'Speichern',
  ): Promise<string> => {
    await this.open(path, ...links);
    await this.telephone.fillIn(fields);
    if (on) await this.telephone.dated(on);
    await this.telephone.press(send);
    return this.telephone.words();
  };

  /** The page on which a measure is worked on. */
  readonly workOn = (measure: string): Promise<void> =>
    this.open(`${work}/plaene`, plan, 'Maßnahmen des Plans', new RegExp(`${measure}$`));

  /** Does something with a measure, and answers what the next page says. */
  readonly doWith = async (
    measure: string,
    task: string,
    filled: Filled & { readonly on?: string },
    send = task,
  ): Promise<string> => {
    await this.workOn(measure);
    return this.told(this.telephone.at, [task], filled, send);
  };

  /** What stands in a list of the plan, in its order. */
  readonly order = async (list: string): Promise<string[]> => {
    await this.open(`${work}/plaene`, plan, list);
    return this.telephone.main.locator('.tree__row .tasks__what > a').allInnerTexts();
  };

  private async open(path: string, ...links: Links): Promise<void> {
    await this.telephone.go(path);
    for (const link of links) await this.telephone.follow(link);
  }
}

let failed: string | undefined;

/** A step of a story: it goes on from where the last one ended, so none is tried after one that failed. */
export const step = (name: string, act: () => Promise<void>): void =>
  it(name, async () => {
    expect(failed).toBeUndefined();
    failed = name;
    await act();
    failed = undefined;
  });
