import type { TestApp } from '../api/app.js';

/** Sends a form as a browser does. */
export const post = (
  app: TestApp,
  path: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
) => {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) body.append(name, one as string);
  }
  return app.ask({
    method: 'POST',
    path,
    body: body.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
};

type Fields = Record<string, string | string[]>;

/** What a browser would send of the forms on a page if nobody changed anything. */
export const formIn = (html: string): Fields => {
  const fields: Fields = {};
  const put = (name: string, value: string) => {
    const known = fields[name];
    fields[name] = known === undefined ? value : [...[known].flat(), value];
  };
  for (const [, attributes = ''] of html.matchAll(/<input([^>]*)>/g)) {
    const name = /name="([^"]*)"/.exec(attributes)?.[1];
    const value = /value="([^"]*)"/.exec(attributes)?.[1] ?? '';
    const isChoice = /type="(radio|checkbox)"/.test(attributes);
    if (name !== undefined && (!isChoice || attributes.includes(' checked'))) put(name, value);
  }
  for (const [, name = '', options = ''] of html.matchAll(
    /<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs,
  )) {
    put(name, /<option value="([^"]*)" selected/.exec(options)?.[1] ?? '');
  }
  for (const [, name = '', value = ''] of html.matchAll(
    /<textarea[^>]*name="([^"]*)"[^>]*>(.*?)<\/textarea>/gs,
  )) {
    put(name, value);
  }
  return fields;
};

/** The fields that the summary of a refused form leads to. */
export const problemsIn = (html: string): string[] =>
  [...html.matchAll(/href="#field-([^"]+)"/g)].map(([, name = '']) => name);
