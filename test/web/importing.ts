import { type TestApp, token } from '../api/app.js';
import { formIn, post } from './forms.js';

export type SentFile = readonly [name: string, content: string | Uint8Array<ArrayBuffer>];

/** Brings files in as a browser does: sends them, looks at them, presses the buttons, waits. */
export class Importing {
  constructor(
    private readonly app: () => TestApp,
    private readonly path: string,
  ) {}

  async upload(files: readonly SentFile[], standOn = '', to = this.path) {
    const body = new FormData();
    body.append('standOn', standOn);
    for (const [name, content] of files) body.append('file', new File([content], name));
    const response = await fetch(this.app().url + to, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { authorization: `Bearer ${token}` },
    });
    const text = await response.text();
    return { status: response.status, text, at: response.headers.get('location') ?? '' };
  }

  async page(at: string): Promise<string> {
    return (await this.app().ask({ path: at })).text;
  }

  /** What stands in the form, and what is said otherwise. */
  async send(at: string, fields: Readonly<Record<string, string | readonly string[]>>) {
    return post(this.app(), at, { ...formIn(await this.page(at)), ...fields });
  }

  /** The page once it waits for nothing any more. */
  async done(at: string): Promise<string> {
    for (;;) {
      const html = await this.page(at);
      if (!html.includes('<look-again')) return html;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
