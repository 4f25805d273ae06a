import type { Answered, TestApp } from '../api/app.js';

/** A browser without scripts: keeps its cookies, follows to the next page, sends what stands in a form. */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  private constructor(private readonly app: TestApp) {}

  static stranger(app: TestApp): Visitor {
    return new Visitor(app);
  }

  /** Somebody who was invited and has signed in. */
  static async signedIn(app: TestApp, invitation: object, label = 'Klimagruppe'): Promise<Visitor> {
    const visitor = new Visitor(app);
    await visitor.signIn(invitation, label);
    return visitor;
  }

  async signIn(invitation: object, label = 'Klimagruppe'): Promise<Answered> {
    const { json } = await this.app.post('login-links', invitation);
    const code = new URL(String(json['url'])).searchParams.get('code') ?? '';
    return this.send('/de/anmelden', { code, label });
  }

  async get(path: string): Promise<Answered> {
    const answered = await this.app.ask({ path, token: null, headers: this.headers() });
    this.keep(answered);
    return answered;
  }

  /** Sends fields to an address, as a form does. */
  async send(
    path: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
    origin = this.app.url,
  ): Promise<Answered> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat()) body.append(name, one as string);
    }
    const answered = await this.app.ask({
      method: 'POST',
      path,
      token: null,
      body: body.toString(),
      headers: {
        ...this.headers(),
        origin,
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
    this.keep(answered);
    return answered;
  }

  /** Sends a form with files to an address. */
  async sendForm(path: string, body: FormData, origin = this.app.url): Promise<Answered> {
    const answered = await this.app.sendForm(path, body, null, { ...this.headers(), origin });
    this.keep(answered);
    return answered;
  }

  /** Sends JSON to the API with the cookie, as a script of our own pages would. */
  async sendJson(path: string, body: unknown): Promise<Answered> {
    const headers = { ...this.headers(), accept: 'application/json', origin: this.app.url };
    return this.app.ask({ method: 'POST', path, token: null, body, headers });
  }

  /** Opens a form, changes some fields, sends it; all else goes back as it stood there. */
  async fill(
    path: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
  ): Promise<Answered> {
    const { status, text } = await this.get(path);
    if (status !== 200) throw new Error(`${path}: ${status}`);
    return this.send(path, { ...fieldsOf(text), ...fields });
  }

  /** The page to which an answer leads. */
  async follow(answered: Answered): Promise<Answered> {
    const there = await this.get(answered.headers.get('location') ?? '');
    return there.status >= 300 && there.status < 400 ? this.follow(there) : there;
  }

  private headers() {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { accept: 'text/html', ...(cookie === '' ? {} : { cookie }) };
  }

  private keep({ headers }: Answered): void {
    for (const line of headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0/i.test(line) || value === '') this.cookies.delete(name);
      else this.cookies.set(name, decodeURIComponent(value));
    }
  }
}

const unescaped = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** What a browser would send of the form in the main part of a page. */
export const fieldsOf = (html: string): Record<string, string | string[]> => {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const fields: Record<string, string | string[]> = {};
  const attribute = (tag: string, name: string) =>
    unescaped(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
  const put = (name: string, value: string) => {
    const before = fields[name];
    fields[name] = before === undefined ? value : [...[before].flat(), value];
  };
  for (const [tag] of main.matchAll(/<input[^>]*>/g)) {
    const [name, type] = [attribute(tag, 'name'), attribute(tag, 'type')];
    const chosen = !/^(radio|checkbox)$/.test(type) || tag.includes(' checked');
    if (name !== '' && chosen) put(name, attribute(tag, 'value'));
  }
  for (const [, tag = '', text = ''] of main.matchAll(/(<textarea[^>]*>)([\s\S]*?)<\/textarea>/g)) {
    put(attribute(tag, 'name'), unescaped(text));
  }
  for (const [, tag = '', options = ''] of main.matchAll(/(<select[^>]*>)([\s\S]*?)<\/select>/g)) {
    const chosen =
      /<option[^>]* selected[^>]*>/.exec(options)?.[0] ?? /<option[^>]*>/.exec(options)?.[0] ?? '';
    put(attribute(tag, 'name'), attribute(chosen, 'value'));
  }
  return fields;
};

/** What a page says, without its tags. */
export const wordsOf = ({ text }: Answered): string =>
  unescaped(
    text
      .slice(text.indexOf('<main'), text.indexOf('</main>'))
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' '),
  );
