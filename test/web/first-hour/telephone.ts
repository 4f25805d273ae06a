import type { Browser, Locator, Page } from 'playwright-core';
import { overflowOf } from '../page-checks.js';

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A name as it is read out; what only those hear who do not see the rest stands apart by a space, or not. */
const named = (name: string | RegExp): RegExp =>
  name instanceof RegExp ? name : new RegExp(`^${escaped(name).replaceAll(': ', ' ?: ')}$`);

/** What is typed into a field, or chosen; `true` ticks a box or an answer. */
export type Filled = Readonly<Record<string, string | boolean>>;

/** Somebody with a telephone: 360 px, no script. Every page they come to must be there, and fit. */
export class Telephone {
  /** The addresses of all pages that were seen. */
  readonly seen = new Set<string>();

  private constructor(
    readonly page: Page,
    private readonly url: string,
  ) {}

  static async in(browser: Browser, url: string): Promise<Telephone> {
    const telephone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false };
    const page = await (await browser.newContext(telephone)).newPage();
    return new Telephone(page, url);
  }

  async go(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.url).href);
    await this.arrive();
  }

  /** Follows a link by its name, or by how that begins. */
  async follow(name: string | RegExp): Promise<void> {
    const link = this.main.getByRole('link', { name: named(name) }).first();
    await this.leads(() => link.click());
  }

  /** Fills in fields by their labels; a label may go on, with „freiwillig“. */
  async fillIn(fields: Filled): Promise<void> {
    for (const [label, value] of Object.entries(fields)) {
      const field = this.main.getByLabel(new RegExp(`^${escaped(label)}`)).first();
      await this.unfold(field);
      if (value === true) await field.check();
      else if ((await field.evaluate(({ tagName }) => tagName)) === 'SELECT')
        await this.choose(field, String(value));
      else await field.fill(String(value));
    }
  }

  /** Says on which day; the picker has no label of its own. */
  async dated(day: string): Promise<void> {
    await this.main.locator('.date-field__day').first().fill(day);
  }

  async press(name: string | RegExp): Promise<void> {
    await this.leads(() => this.button(name).click());
  }

  /** Presses a button as those do who have no pointer. */
  async pressByKeyboard(name: string | RegExp): Promise<void> {
    await this.leads(() => this.button(name).press('Enter'));
  }

  words(): Promise<string> {
    return this.main.innerText();
  }

  /** The address of the page that is open. */
  get at(): string {
    return new URL(this.page.url()).pathname;
  }

  get main(): Locator {
    return this.page.locator('main');
  }

  /** What stands inside of something else has a mark before its name. */
  private async choose(field: Locator, name: string): Promise<void> {
    const labels = await field.locator('option').allTextContents();
    const label = labels.find((one) => one === name) ?? labels.find((one) => one.endsWith(name));
    await field.selectOption({ label: label ?? name });
  }

  private button(name: string | RegExp): Locator {
    return this.main.getByRole('button', { name: named(name) }).first();
  }

  /** Does what leads to another page, and waits for it. */
  private async leads(act: () => Promise<void>): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), act()]);
    await this.arrive();
  }

  /** Opens the parts of a form around a field. */
  private async unfold(field: Locator): Promise<void> {
    const closed = field.locator('xpath=ancestor::details[not(@open)]/summary');
    for (let left = await closed.count(); left > 0; left -= 1) await closed.first().click();
  }

  private async arrive(): Promise<void> {
    while ((await this.words()).includes('Auf dieser Seite ist er noch nicht zu sehen')) {
      await this.page.reload();
    }
    this.seen.add(this.at);
    expect([this.at, await overflowOf(this.page)]).toEqual([this.at, []]);
  }
}
