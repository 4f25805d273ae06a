// Turns de.json and en.json into typed functions. The parser stays out of the running program.
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const languages = ['de', 'en'];

/** Compiles `{ de: {key: text}, en: {…} }`; throws a list of every key or argument that differs. */
export async function compile(sources) {
  const compiled = Object.fromEntries(
    languages.map((lang) => [lang, mapValues(sources[lang], (text, key) => message(text, key))]),
  );
  const problems = differences(compiled);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const [first] = languages;
  const keys = Object.keys(compiled[first]);
  const code = [
    '// Made by compile.mjs from de.json and en.json. Change those, then run `npm run messages`.',
    "import type { Formatters } from './formatters.js';",
    '/** Every message by its key, with the arguments it needs. */',
    'export interface Messages {',
    ...keys.map((key) => `${literal(key)}: (${parameter(compiled[first][key].args)}) => string;`),
    '}',
    ...languages.map(
      (lang) =>
        `export const ${lang} = ({ inner, number, plural, select }: Formatters): Messages => ({${keys
          .map((key) => `${literal(key)}: ${implementation(compiled[lang][key])}`)
          .join(',')}});`,
    ),
  ].join('\n');
  return format(code, {
    parser: 'typescript',
    singleQuote: true,
    printWidth: 100,
    trailingComma: 'all',
  });
}

function message(text, key) {
  const args = new Map();
  const learn = (name, type) => {
    const known = args.get(name);
    if (known && known !== type) args.set(name, known === 'string' ? type : known);
    else args.set(name, type);
  };
  let quoted = 0;
  const template = (elements, counted) =>
    elements
      .map((element) => {
        switch (element.type) {
          case TYPE.literal:
            quoted = quotesOpen(element.value, quoted);
            return element.value.replaceAll(/[`\\]|\$\{/g, (found) => `\\${found}`);
          case TYPE.argument:
            learn(element.value, 'string');
            return quoted > 0 ? `\${inner(args.${element.value})}` : `\${args.${element.value}}`;
          case TYPE.number:
            learn(element.value, 'number');
            return `\${number(args.${element.value})}`;
          case TYPE.pound:
            return `\${number(args.${counted})}`;
          case TYPE.plural:
            if (element.pluralType !== 'cardinal' || element.offset) break;
            learn(element.value, 'number');
            return `\${plural(args.${element.value}, ${options(element, element.value)})}`;
          case TYPE.select:
            learn(element.value, 'string');
            return `\${select(args.${element.value}, ${options(element, counted)})}`;
        }
        throw new Error(`${key}: only {x}, {n, number}, plural and select are understood`);
      })
      .join('');
  const options = (element, counted) =>
    `{${Object.entries(element.options)
      .map(([name, { value }]) => `${literal(name)}: \`${template(value, counted)}\``)
      .join(',')}}`;
  const body = template(parse(text, { ignoreTag: true }));
  return { args, body };
}

/** How many quotation marks are open behind a text: „ “ in German, “ ” in English. */
function quotesOpen(text, before) {
  let open = before;
  for (const sign of text) {
    if (sign === '„' || (sign === '“' && open === 0)) open += 1;
    else if (sign === '“' || sign === '”') open -= 1;
  }
  return open;
}

function differences(compiled) {
  const [first, ...others] = languages;
  return others.flatMap((lang) => {
    const keys = new Set([...Object.keys(compiled[first]), ...Object.keys(compiled[lang])]);
    return [...keys].flatMap((key) => {
      const [a, b] = [compiled[first][key], compiled[lang][key]];
      if (!a || !b) return [`${key}: missing in ${a ? lang : first}`];
      return parameter(a.args) === parameter(b.args)
        ? []
        : [`${key}: ${first} takes (${parameter(a.args)}), ${lang} takes (${parameter(b.args)})`];
    });
  });
}

const mapValues = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
const literal = (text) => `'${text}'`;
const parameter = (args) =>
  args.size === 0
    ? ''
    : `args: { ${[...args]
        .sort()
        .map(([name, type]) => `${name}: ${type}`)
        .join('; ')} }`;
const implementation = ({ args, body }) =>
  args.size === 0
    ? `() => ${JSON.stringify(body.replaceAll(/\\([`\\]|\$\{)/g, '$1'))}`
    : `(args) => \`${body}\``;

/** Of a key that is written twice JSON would take the last text in silence. */
export function read(json) {
  const keys = [...json.matchAll(/^ *("(?:[^"\\]|\\.)*"):/gm)].map(([, key]) => JSON.parse(key));
  const twice = keys.filter((key, index) => keys.indexOf(key) < index);
  if (twice.length > 0) throw new Error(`written twice: ${twice.join(', ')}`);
  return JSON.parse(json);
}

/** Reads the two languages beside this file. */
export const sources = () =>
  Object.fromEntries(
    languages.map((lang) => [lang, read(readFileSync(here(`./${lang}.json`), 'utf8'))]),
  );

export const target = here('./src/messages.generated.ts');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(target, await compile(sources()));
}
